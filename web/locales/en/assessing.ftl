### The questions, what comes after them, and the profile.

question-part = Part { $number } of { $all }
question-page = page { $number } of { $all }
question-what-this-means = What this means
question-skipped = Skipped. That is fine.
question-cleared = Cleared.
question-refused = You would rather not say. That is fine.
question-not-apply = Does not apply.
question-do-not-know = You don't know. That is fine.
question-skip = Skip
question-refuse = I would rather not say
question-clear = Clear my answer
question-skip-label = Skip: { $question }
question-refuse-label = I would rather not say: { $question }
question-clear-label = Clear my answer: { $question }
question-go-on = Continue
question-saved = Saved
question-saving = Saving…
question-stop = Stop here for today
question-your-words = In your own words
question-choose-any = Choose all that fit
question-last-time = Last time you named:
question-keep-named = It is still this one
question-unread = The tablet did not read these answers just now. They are kept, and nothing was lost.
question-shut = The answers of this one could not be opened. They are kept as they are, and nothing was changed.

number-whole = A whole number from { $from } to { $to }
number-any = A number from { $from } to { $to }. You can use a point, as in 1.5.
number-not-whole = Type a whole number from { $from } to { $to }, or skip the question.
number-not = Type a number from { $from } to { $to }, or skip the question.

urgent-title = Let us sort this first
urgent-lead = You said something cannot wait today. That comes before any questions.
urgent-told = You told us:
urgent-note = Note what we will do
urgent-note-hint = For example: ring the housing team before noon, together.
urgent-who = Who does it?
urgent-who-together = Both of us
urgent-who-worker = The link worker
urgent-who-person = I do it myself
urgent-save = Note it and stop here for today
urgent-kept = The questions are kept for another day.
urgent-go-on = Go on with the questions after all
urgent-no-action = Write down what you will do.
urgent-offer = Something cannot wait. Shall we sort that first?
urgent-offer-yes = Sort this first
urgent-danger = If someone is in danger right now, call 999.

check-title = Your answers
check-lead = Look through them together. Change what you like. Skipped ones are fine.
check-change = Change
check-change-label = Change your answer: { $question }
check-not-answered = Not answered. That's OK.
check-go-on = Continue
check-finished = This assessment is finished, so its answers stay as they are.

about-title = About you
about-lead = These last questions are different. They help to show whether the service is fair to everyone.
about-choice = You can leave out any of them, or all of them. Nobody guesses them for you, and they change nothing about the help you get.
about-finish = Finish
about-again = You told us this before. Is it still right?

profile-title = What is strong
profile-lead = This is what you told us on { $date }.
profile-thanks = Thank you for taking the time.
profile-your-words = In your words
profile-have = { $count ->
    [0] You told us what you would like more of.
    [1] You told us one thing that you have now.
    [2] You told us two things that you have now.
    [3] You told us three things that you have now.
    [4] You told us four things that you have now.
   *[other] You told us { $count } things that you have now.
}
profile-some-partly = You told us what is partly there.
profile-none-answered = You kept this to yourself this time. That is fine.
profile-none-at-all = You kept these answers to yourself this time, so there is no picture to draw. That is fine.
profile-have-now = You have this now
profile-partly = Partly there
profile-not-yet = Would like more of
profile-no-answer = No answer
profile-picture-title = Your strengths
profile-picture-row = { $area }: { $have } you have now, { $partly } partly there, { $wish } you would like more of.
profile-table = Show this picture as a table
profile-area = Area
profile-numbers = Show the numbers
profile-score = Score
profile-of = { $value } of { $most }
profile-no-score = Not enough answers
profile-based-on = based on { $answered } of { $items } answers
profile-groups = Groups I belong to
profile-life = How life is now
profile-life-value = { $value } out of 10
profile-commitment = My first step
profile-barriers = What gets in the way
profile-barriers-none = You told us nothing is in the way in the areas we asked about.
profile-barrier-present = In the way at the moment
profile-barrier-absent = Not in the way
profile-barrier-not-known = Not answered
profile-support = Support you would like
profile-support-none = You told us you have the support you need.
profile-support-not-asked = You left the questions about support. We can come back to them.
profile-urgent = What could not wait
profile-to-person = Back to { $name }
profile-to-change = What has changed since the start
stored-title = Some stored numbers are not ours
stored-number = { $scale }: we make it { $ours }. Stored was { $theirs }.
stored-none = no score
stored-same = The answers and the rules are the same, so we go by our own number.
stored-rules = The rules for adding up have changed since then.
stored-inputs = The stored numbers came from other answers.
stored-both = The rules have changed since then. The stored numbers also came from other answers.
stored-shown = This page shows our numbers. Nothing was lost.
profile-not-scored = This one took more than 14 days, so there are no scores. Your answers are kept.

change-title = What has changed
change-to-profile = What is strong now
change-lead = { $then } and { $now }, side by side.
change-none = There is nothing to set beside it yet. What has changed shows after the next catch-up.
change-higher-number = A higher number means more of it.
change-higher-worse = A lower number is better.
change-higher-neither = Neither end is better.
change-more = { $area } is higher than at the start: { $from } then, { $to } now.
change-less = { $area } is lower than at the start: { $from } then, { $to } now.
change-same = { $area } is the same as at the start: { $to }.
change-not-established = We can show the numbers, but cannot say if this change is more than chance.
change-not-all = Where we say nothing of chance, we can show the numbers only.
change-improved = This is a bigger change than we would expect by chance.
change-deteriorated = This is a bigger change than we would expect by chance. It may be worth talking about. It does not mean you did anything wrong.
change-no-reliable = About the same. Small ups and downs are normal and may not mean anything.
change-too-few = There are not enough answers to compare. That is OK.
change-version = The questions have changed since then, so the two cannot be compared.
change-setting = The questions are different in prison and outside, so the two cannot be compared.
change-named = You named something else this time, so the two cannot be compared.
change-moved = You have moved between prison and the community since then.
change-strengths = Strengths
change-life = How life is now
change-step = My first step
change-barriers = What gets in the way
change-support = Support you would like
change-groups = Groups I belong to
change-barrier-still = This was in the way then, and it still is.
change-barrier-gone = This was in the way then. It is not in the way now.
change-barrier-new = This was not in the way then. It is in the way now.
change-barrier-clear = This was not in the way then, and it is not now.
change-then = Then
change-now = Now
change-area = Area
change-difference = Difference
change-missing = no number
change-table = Show this as a table
change-picture = { $area }: a circle at { $from } for then, a square at { $to } for now, on a line from { $lowest } to { $highest }.
