"""Answers to scores in long form, the way one would write it in pandas: whole columns at once.

python scale_pandas.py DEFINITION ANSWERS.csv SCORES.csv
"""

import json
import sys

import numpy as np
import pandas as pd

MISSING = [
    "not_reached", "skipped", "cleared", "prefer_not_to_say", "do_not_know", "does_not_apply",
    "person_not_present", "worker_did_not_ask",
]


def rounded(numbers, rule):
    """By the rule of a key."""
    if "round" not in rule:
        return numbers
    if rule["round"] == "half_even":
        return numbers.round(rule["decimals"])
    unit = 10 ** rule["decimals"]
    return np.floor(numbers * unit + 0.5) / unit


def raw(key, answers, answered):
    """Every row's sum or mean, when enough is answered."""
    items, missing = len(key["items"]), key["missing"]
    total = answers.sum(axis=1)
    if key["rule"] == "mean":
        numbers = rounded(total / answered, key)
    else:
        numbers = total.where(answered == items, rounded(total * items / answered, missing))
    return numbers.where(answered >= missing.get("minimum_answered", items))


def value(scale, numbers):
    if "rescale" not in scale:
        return numbers
    (low, high), (bottom, top) = scale["range"], scale["rescale"]["onto"]
    return rounded((numbers - low) * ((top - bottom) / (high - low)) + bottom, scale["rescale"])


def scored(rows, scale):
    answers = rows[scale["key"]["items"]]
    items = answers.shape[1]
    answered = answers.notna().sum(axis=1)
    numbers = raw(scale["key"], answers, answered)
    values = value(scale, numbers)
    there = values.notna()
    bands = [band["from"] for band in scale["bands"]]
    return pd.DataFrame({
        "person": rows["person"],
        "wave": rows["wave"],
        "date": rows["date"],
        "scale": scale["id"],
        "status": np.where(there, "scored", "not_scorable"),
        "raw": rounded(numbers, {"round": "half_up", "decimals": 2}),
        "value": values,
        "band": pd.cut(
            values, [*bands, float("inf")], right=False, labels=[band["name"] for band in scale["bands"]],
        ),
        "answered": answered,
        "items": items,
        "prorated": np.select([there & (answered == items), there], ["no", "yes"], ""),
    })


def main(definition, answers, scores):
    with open(definition, encoding="utf-8") as file:
        instrument = json.load(file)
    items = [item["id"] for item in instrument["items"]]
    rows = pd.read_csv(answers, na_values={item: MISSING for item in items})
    codes = [option["code"] for option in instrument["options"]["how_often"]]
    turned = sorted({item for scale in instrument["scales"] for item in scale["key"].get("reversed", [])})
    rows[turned] = min(codes) + max(codes) - rows[turned]
    long = pd.concat([scored(rows, scale) for scale in instrument["scales"]], ignore_index=True)
    long.to_csv(scores, index=False)


main(*sys.argv[1:])
