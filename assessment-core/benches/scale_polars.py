"""Answers to scores in long form, the way one would write it in polars: one lazy query.

python scale_polars.py DEFINITION ANSWERS.csv SCORES.csv
"""

import json
import sys

import polars as pl

MISSING = [
    "", "not_reached", "skipped", "cleared", "prefer_not_to_say", "do_not_know", "does_not_apply",
    "person_not_present", "worker_did_not_ask",
]
MODES = {"half_up": "half_away_from_zero", "half_even": "half_to_even"}


def rounded(number, rule):
    """By the rule of a key; no score here is below nought, where half up is half away from nought."""
    return number.round(rule["decimals"], mode=MODES[rule["round"]]) if "round" in rule else number


def raw(key):
    """The sum or the mean, when enough is answered."""
    items, missing = key["items"], key["missing"]
    total, answered = pl.sum_horizontal(items), pl.col("answered")
    enough = answered >= missing.get("minimum_answered", len(items))
    if key["rule"] == "mean":
        number = rounded(total / answered, key)
    else:
        number = pl.when(answered == len(items)).then(total).otherwise(rounded(total * len(items) / answered, missing))
    return pl.when(enough).then(number)


def value(scale):
    if "rescale" not in scale:
        return pl.col("raw")
    (low, high), (bottom, top) = scale["range"], scale["rescale"]["onto"]
    return rounded((pl.col("raw") - low) * ((top - bottom) / (high - low)) + bottom, scale["rescale"])


def band(bands):
    """The name of the last band that begins at or below the value."""
    name = pl.lit(None, dtype=pl.String)
    for one in bands:
        name = pl.when(pl.col("value") >= one["from"]).then(pl.lit(one["name"])).otherwise(name)
    return name


def scored(rows, scale):
    items = scale["key"]["items"]
    complete = pl.col("answered") == len(items)
    there = pl.col("value").is_not_null()
    return (
        rows.with_columns(answered=pl.sum_horizontal(pl.col(items).is_not_null()))
        .with_columns(raw=raw(scale["key"]))
        .with_columns(value=value(scale))
        .select(
            "person",
            "wave",
            "date",
            scale=pl.lit(scale["id"]),
            status=pl.when(there).then(pl.lit("scored")).otherwise(pl.lit("not_scorable")),
            raw=pl.col("raw").round(2, mode="half_away_from_zero"),
            value="value",
            band=band(scale["bands"]),
            answered="answered",
            items=pl.lit(len(items)),
            prorated=pl.when(there & complete).then(pl.lit("no")).when(there).then(pl.lit("yes")),
        )
    )


def main(definition, answers, scores):
    with open(definition, encoding="utf-8") as file:
        instrument = json.load(file)
    items = [item["id"] for item in instrument["items"]]
    codes = [option["code"] for option in instrument["options"]["how_often"]]
    turned = sorted({item for scale in instrument["scales"] for item in scale["key"].get("reversed", [])})
    rows = pl.scan_csv(
        answers, null_values=MISSING, schema_overrides={item: pl.Int16 for item in items}
    ).collect().lazy().with_columns((min(codes) + max(codes) - pl.col(turned)).name.keep())
    pl.concat([scored(rows, scale) for scale in instrument["scales"]], how="vertical_relaxed").sink_csv(scores)


main(*sys.argv[1:])
