### Who gives an answer, words beside any question, and two views side by side. Both look at these pages.

answering-title = Who is answering now?
answering-person = You
answering-together = Both of us
answering-worker = Your worker, for you
answering-for-you = The next answers are kept as given by your worker, for you.

more-title = Say more, or see it differently
more-note-only = Add your worker's note
more-said = There is more here
more-own-hint = It is kept just as you say it.
more-note = Your worker's note
more-note-hint = You can both read this. Your own words come first.
more-differently = We see this differently
more-both-kept = Both answers are kept. Yours leads.
more-answer-first = Give your own answer first. Then your worker can show theirs.
more-same = You both see it the same way.
more-take-back = Take this view back
more-take-back-label = Take this view back: { $question }

side-you = You
side-worker = Your worker
side-you-said = You said
side-worker-note = Your worker's note
side-worker-notes = Your worker's notes
side-for-you = Your worker answered this for you.
sides-title = What we see differently
sides-lead = Where you two see it differently, both answers are kept. Yours leads.

profile-own-view = This page shows your own view. Your worker sees some things differently.
profile-to-worker-view = Show scores from your worker's view
profile-worker-view = This page shows your worker's view. Your own view leads everywhere else.
profile-worker-lead = This is how your worker saw it on { $date }.
profile-to-own-view = Show scores from your own view

out-worker-view = The same rows as the answers, in the link worker's view. The person's answers lead in all other files.
