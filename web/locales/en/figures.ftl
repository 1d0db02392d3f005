### Figures a service brings on how sure a change is.

figures-title = How sure a change is
figures-link = Bring figures on how sure a change is
figures-lead = Scores move a little by chance. Your service can work out how much, from the first answers of many people.
figures-sealed = The file is locked on this tablet like everything else. It holds nothing about any one person.
figures-none = No figures were brought yet. Where none are published, we show the difference and judge nothing.
figures-file = A file with figures
figures-file-hint = Your service makes it from at least 100 first times. It is one file, at most 1 MB.
figures-made = Edition { $edition }, made on { $date }
figures-kind = { $kind ->
    [test_retest] The same people were asked twice.
   *[other] It rests only on how well the questions agree at one time. That is a weak ground.
}
figures-people = { $people ->
    [one] One person answered.
   *[other] { $people } people answered.
}
figures-interval = How steady it is, from 0 to 1: { $value }. It may well lie anywhere from { $low } to { $high }.
figures-threshold = We will call a change of { $threshold } or more bigger than chance.
figures-threshold-alpha = We will say that a change of { $threshold } or more is more than question-to-question noise. We will not say more than that.
figures-own = Not used: a published figure is there already.
figures-few = Not used: this score has fewer than eight questions.
figures-bent = Not used: this score is read from a table. How well the questions agree does not tell how steady it is.
figures-surer = Not used: this file has a surer figure for the same score.
figures-keep = Keep these figures
figures-kept = These figures are kept. Changes on this tablet are now judged by them.
figures-instead = They take the place of edition { $edition }, made on { $date }. A change that was shown before may read differently then. No answer and no score changes.
figures-put-back = Put back edition { $edition }
figures-superseded = There is a newer version of these questions. These figures are used for this version only.
figures-unusable = This version of the app cannot use these figures. Nothing is judged by them.
figures-empty = There is no figure in this file.
figures-not-gone = The tablet could not take these figures away. They are still used. Please try again.
figures-known = From figures your service brought: known for { $count } of { $all } scores.
figures-without = If you take them away, we show the difference again and judge nothing. No answer and no score changes.
figures-gone = These figures are gone. Where there are none, we show the difference and judge nothing.
figures-too-large = This file is too large to hold figures only.
figures-here-already = These very figures are here already.
figures-not-kept = The tablet did not keep these figures. Please try again.
change-figures = What counts as chance comes from figures your service gathered: edition { $edition }, made on { $date }.
change-figures-show = Show these figures
