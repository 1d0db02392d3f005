### About an instrument: what it asks, how it is scored, where it comes from, and what nobody knows about it.

instrument-title = About these questions
instrument-link = About these questions
instrument-version = Version { $version }
instrument-lead = What is asked, how the numbers are made, and what is known about them.

instrument-asks = What it asks
instrument-count = { $count ->
    [one] One question.
   *[other] { $count } questions.
}
instrument-part-count = { $count ->
    [one] one question
   *[other] { $count } questions
}
instrument-topics-only = The words of the questions belong to others, so they are not here. These are our own short labels.
instrument-recall = The time it asks about
instrument-where = Where it may be asked
instrument-setting = { $setting ->
    [community] Outside prison
   *[custody] In prison
}
instrument-how = How it may be given
instrument-mode = { $mode ->
    [joint] Looking at it together
    [self] The person alone
    [phone] By phone
    [video] By video
    [paper] On paper
   *[other] In another way
}
instrument-within = All answers must be given within { $days } days. Otherwise there is no score.

instrument-scored = How it is scored
instrument-never-zero = A missing answer never counts as nought.
instrument-minimum = At least { $answers } questions must be answered, or nothing is scored.
instrument-no-total = Its makers allow no score for everything together.
instrument-no-scales = Nothing is scored. The answers stand as they were given.
instrument-sum = Adds the points of { $count ->
    [one] one question.
   *[other] { $count } questions.
}
instrument-mean = The average of the points of { $count ->
    [one] one question.
   *[other] { $count } questions.
}
instrument-counts = Of { $count } questions, counts those answered with { $codes }.
instrument-any-of = It is 1 as soon as one of the answers below is given. It is 0 when all are known and none of them is.
instrument-total-of = Adds these scores: { $scales }.
instrument-mean-of = The average of these scores: { $scales }.
instrument-parts-needed = When one of them is missing, this one is missing too.
instrument-complete = Every one of them must be answered. Otherwise there is no score.
instrument-prorated = At least { $minimum } must be answered. The average of those stands in for the rest.
instrument-reversed = { $count ->
    [one] One question is turned round: its highest answer gives the fewest points.
   *[other] { $count } questions are turned round: the highest answer gives the fewest points.
}
instrument-own-points = { $count ->
    [one] One question has points of its own. The key below has them.
   *[other] { $count } questions have points of their own. The key below has them.
}
instrument-rounded = The result is rounded to the nearest { $to ->
    [whole] whole number.
    [tenth] tenth.
   *[hundredth] hundredth.
}
instrument-half = A number exactly between two goes { $way ->
    [half_up] up.
   *[half_even] to the even one.
}
instrument-converted = The result is looked up in a table. That gives { $lowest } to { $highest }.
instrument-conversion = Show the table
instrument-raw = Result
instrument-value = Score
instrument-rescaled = Then it is put on another line: { $add } + (result − { $subtract }) × { $times } ÷ { $by }.
instrument-range = The score goes from { $lowest } to { $highest }.
instrument-bands = Names for parts of the line
instrument-from = From
instrument-name = Name
instrument-no-bands = Not established: what counts as high or low.
instrument-cut-offs = Numbers with a meaning of their own
instrument-change = A difference of { $threshold } or more is larger than chance would explain.
instrument-basis = { $basis ->
    [published] A published figure says so.
    [sem] Worked out from the published error of measurement.
    [test_retest] Worked out from published figures on giving it twice.
    [alpha] Worked out from how well the questions agree. That is a weak ground: it says more than question-to-question noise, and no more.
    [file_test_retest] It comes from figures your service brought. The same people were asked twice.
   *[other] It comes from figures your service brought, on how well the questions agree. That is a weak ground.
}
instrument-change-unknown = Not established: how large a difference must be to mean something. We show the difference and judge nothing.
instrument-same-text = Two times are compared only when the person named the same thing both times.
instrument-source = Where this comes from

instrument-key = The key
instrument-key-lead = The same as in the codebook that goes with the numbers.
instrument-key-show = Show the key of every question
instrument-key-question = Question
instrument-key-codes = Codes
instrument-key-scales = Counts in
instrument-key-points = Points
instrument-key-turned = Turned round: { $turn } − code
instrument-key-step = Code × { $step }
instrument-key-turned-step = ({ $turn } − code) × { $step }
instrument-key-as-coded = As coded
instrument-key-asked-when = Asked when { $item } is { $codes }.
instrument-key-implied = Counts as { $code } when it is not asked.
instrument-key-only = Asked here only: { $setting }.
instrument-key-scored-when = { $item } is { $codes }

instrument-from-where = Where it comes from
instrument-confidence = { $confidence ->
    [found] Read at the source.
    [memory_high] From memory and very likely right. Not yet read again at the source.
    [memory_medium] From memory and probably right. Not yet read again at the source.
    [derived] Worked out from published figures.
    [proposal] Our proposal. Its makers state nothing.
   *[ours] Our own, not tested by others.
}
instrument-terms = Terms of use
instrument-wording-terms = The words of the questions
instrument-address = Address

instrument-versions = The words on this tablet
instrument-no-words = None. The questions can be typed in from paper, or a service can bring words it may use.
instrument-language = { $language ->
    [en] English
    [cy] Welsh
   *[other] Language: { $language }
}
instrument-provenance = { $provenance ->
    [ours] Written by this project.
    [licensed_pack] Brought by a service, which says it may use them.
    [translation_not_validated] A translation. Nobody has shown that it measures the same.
   *[easy_read_not_validated] Easy read. These are not the tested words.
}
instrument-our-welsh = Our Welsh is a translation. A Welsh speaker has not reviewed it yet.
instrument-words-licence = Licence

instrument-known = What is known, and what is not
instrument-known-bands = Names for parts of the line: known for { $count } of { $all } scores.
instrument-known-change = How large a difference must be: known for { $count } of { $all } scores.
instrument-unknown = Nobody has established
instrument-unknown-of = { $fact } ({ $scale })
instrument-fact = { $fact ->
    [change] How large a difference must be to be real
    [missing_rule] How its makers meet a missing answer
    [norms] What people usually score
    [cut_off] From which number on something is meant by it
    [test_retest] How far two times agree when nothing has changed
    [internal_consistency] How far its questions agree
    [item_order] The order of the questions
    [reversed] Which questions are turned round
    [scoring] How the answers become a score at all
   *[licence] On what terms it may be used
}
instrument-none-listed = The definition lists nothing more as unknown. That does not mean all else is known.
instrument-data-english = What stands in the definition is in English.
