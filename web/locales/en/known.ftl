### What is already known about a person, so that nobody has to say it twice.

known-title = What we already know
known-lead = So that nobody has to say it twice.
known-not = These are facts from before. They never become an answer or a score. They stay on this tablet.
known-none-title = Nothing here yet
known-none = Has this person told their story before? Add the facts we have: who they live with, or what work they did. Then they need not say it all again.
known-none-then = They hear each fact, and say if it is right.
known-add = Add a fact
known-go-through = Go through these together
known-count = { $count ->
    [0] Nothing yet. Add facts from before, so that nobody has to say them twice.
    [one] One fact.
   *[other] { $count } facts.
}
known-waiting = { $count ->
    [one] One is still to go through together.
   *[other] { $count } are still to go through together.
}
known-look = Look at it, or add to it

known-change-title = Change this fact
known-words = What do we know?
known-words-hint = One short fact, such as: Lives with her sister in Wrexham. No scores, and no answers to a form.
known-source = Where does it come from?
known-source-assessment = An earlier assessment
known-source-referral = A referral
known-source-service = A record of another service
known-source-told = They told us before
known-source-you-told = You told us before
known-named = What is it called?
known-named-hint = The name of the form or the service. You can leave it empty.
known-dated = What date is it from?
known-dated-hint = Such as 27 3 2026. Leave out the day if you only know the month. Leave all three empty if you do not know.
known-save = Save this fact
known-no-words = Write what we know.
known-too-long = Make it shorter. One fact has 200 letters at most.
known-no-source = Choose where it comes from.
known-name-too-long = Make the name shorter. It has 80 letters at most.
known-no-date = That is not a date. Write it as numbers, such as 27 3 2026, or leave it empty.
known-not-yet = That date has not come yet. Check it.

known-before = From before
known-no-day = Date not known
known-said-by = { $name } said
known-right = That is right.
known-not-quite = Not quite right.
known-not-true = That is not true.
known-not-now = Not now.
known-on = On { $day }.
known-there = On { $day }. Also there: { $others }.
known-rewritten = What is written here was changed after that.
known-not-asked = Not gone through together yet.
known-remove = Remove
known-remove-label = Remove: { $fact }
known-removed = Removed: { $fact }
known-put-back = Put it back
known-put-back-hint = You can put it back until you leave this page.

known-you-title = What we already know about you
known-you-lead = You should not have to say it twice. Is this right?
known-you-free = You can leave any of these, or all of them. They are not answers to the questions.
known-you-alone = Go through this when it is just you and your worker.
known-you-right = That is right
known-you-not-quite = Not quite
known-you-not-true = Not true
known-you-not-now = Not now
known-you-words = What is right? Say it in your own words.
known-you-words-hint = Your words come first. They are kept just as you say them.
known-you-clear = Clear what I said
known-you-clear-label = Clear what I said: { $fact }
known-you-said-right = You said on { $day } that this is right.
known-you-said-not-quite = You said on { $day } that this is not quite right.
known-you-said = You said on { $day }
known-you-again = Say something else
known-you-again-label = Say something else: { $fact }
known-you-go-on = Go on to the questions
known-you-done = Done
known-you-none = There is nothing to go through now.
known-held-title = What we already know is kept for later
known-held = What we already know about you waits until it is just you and your worker.
known-now = Go through what we already know
