### More than one instrument: choosing another, what each is, and what its numbers mean.

another-title = Another assessment
another-lead = Beside the long one there are others. Choose what fits today.
another-ask = Ask it here
another-paper-only = Their questions belong to other people, so the words are not here.
instruments-ours = Written by this project
instruments-published = Published by others

measure-title = What your answers show
measure-range = on a scale from { $lowest } to { $highest }
measure-band = Its makers call this { $name }.
measure-no-band = No one has said what high or low means here.
measure-higher-better = A higher number is better.

change-other-way = The two were given in different ways, such as on paper and on the screen.
change-withheld-respondent = One time you answered. The other time someone answered for you. So we show both, and do not say what the difference means.
change-withheld-practitioner = Someone else was in the room at one of the two times. So we show both, and do not say what the difference means.
change-withheld-language = The two were in different languages. So we show both, and do not say what the difference means.
change-withheld-wording = The words of the questions were different. So we show both, and do not say what the difference means.
change-more-than-noise = This is more than the questions alone would give. We cannot say more than that.
change-ceiling = The answers at the start were already near the best end. So there is little room for change to show.
question-no-words = The words of these questions are not on this tablet any more. Your answers are kept. Bring the same words again to go on, or finish it as it is.
question-no-book = This version of the app does not have these questions. Your answers are kept as they are.
person-result = What it shows
