### More than one instrument: choosing another, what each is, and what its numbers mean.

another-title = Another assessment
another-lead = Beside the long one there are others. Choose what fits today.
another-ask = Ask it here
another-paper-only = Their questions belong to other people, so the words are not here. The codes of a completed paper form can be typed in.
instruments-ours = Written by this project
instruments-published = Published by others

measure-title = What your answers show
measure-range = on a scale from { $lowest } to { $highest }
measure-band = Its makers call this { $name }.
measure-no-band = No one has said what high or low means here.
measure-higher-better = A higher number is better.

change-other-way = This was done in different ways. Then: { $then }. Now: { $now }.
change-withheld-respondent = One time you answered. The other time someone answered for you. So we show both, and do not say what the difference means.
change-withheld-practitioner = Someone else was in the room at one of the two times. So we show both, and do not say what the difference means.
change-withheld-language = The two were in different languages. So we show both, and do not say what the difference means.
change-withheld-wording = The words of the questions were different. So we show both, and do not say what the difference means.
change-more-than-noise = This is more than question-to-question noise. The questions alone would not give so much. We cannot say more than that.
change-ceiling = The answers at the start were already near the best end. So there is little room for change to show.
question-no-words = The words of these questions are not on this tablet any more. Your answers are kept. Bring the same words again to go on, or finish it as it is.
question-no-book = This version of the app does not have these questions. Your answers are kept as they are.
person-result = What it shows

another-paper = Type in a paper form

paper-title = A completed paper form
paper-date = When was it filled in?
paper-date-hint = The day on the paper, such as 27 3 2026.
paper-day = Day
paper-month = Month
paper-year = Year
paper-code = Look for this code at the foot of the paper: { $code }. If it names another language, change the language first.
paper-by = Who filled it in?
paper-by-person = The person, alone
paper-by-together = Together with their link worker
paper-by-worker = The link worker, for them
paper-where = Where did they live on that day?
paper-begin = Begin typing
paper-no-date = That is not a day. Write it as numbers, such as 27 3 2026.
paper-not-yet = That day has not come yet. Check the day on the paper.
paper-no-by = Choose who filled it in.
paper-no-setting = Choose where they lived on that day.
paper-type-title = Type in the paper form
paper-from = From a paper form of { $date }. Filled in by: { $by }.
paper-how = How to type it in
paper-keys = Type the code beside the box that was ticked. Enter goes to the next question. The arrow keys go up and down.
paper-letters = Where there is no code, type a letter:
paper-blank = left blank
paper-refused = would rather not say
paper-not-known = does not know
paper-not-apply = does not apply
paper-not-there = the person was not there
paper-not-asked = the worker did not ask
paper-only-if = Depends on question { $number }.
paper-words = Their own words
paper-not-a-code = “{ $typed }” is not a code here. Use { $allowed }, or a letter. The rest is kept.
paper-check = Check what was typed
paper-later = Leave the rest for later
paper-check-lead = Hold it beside the paper. Change what is not the same.
paper-refused-codes = Some codes cannot be. Mend them first; all the others are kept.
paper-mend = Back to the codes
paper-drafts = Paper forms to finish
paper-go-on = Go on typing
