### Who is here, by phone or by video, and what is kept for a private moment.

begin-mode = How are you doing this?
begin-mode-hint = By phone or video, your worker reads the questions out. Sharing a screen is still by video.
begin-mode-joint = Together, on one screen
begin-mode-phone = By phone
begin-mode-video = By video
begin-company = Who else can see or hear this?
begin-company-hint = You can change this at any time.
begin-interpreting = Which language is the interpreter for?
begin-interpreting-hint = Leave it empty if there is no interpreter. For sign language, write BSL.

company-worker = Your worker
company-practitioner = Someone from probation or another service
company-family = Family or a partner
company-peer = A peer, who has been through it
company-interpreter = An interpreter

here-two = Here: you and your worker
here-alone = Here: only you
here-list = Here: you, { $others }
here-call-two = On the call: you and your worker
here-call-alone = On the call: only you
here-call-list = On the call: you, { $others }
here-not-said = Nobody has said who is here
here-worker = your worker
here-practitioner = someone from another service
here-family = family or a partner
here-peer = a peer
here-interpreter = an interpreter
here-interpreter-of = an interpreter ({ $language })
here-change = Change
here-language = Which language, or BSL?
here-waits = Some parts will wait until it is just you and your worker.
here-read-out = Read this out. Tap what the person says.

held-title = { $parts ->
    [one] The next part is kept for later
   *[other] The next { $parts } parts are kept for later
}
held-why = { $parts ->
    [one] It is for when it is just you and your worker.
   *[other] They are for when it is just you and your worker.
}
held-fine = Nothing is skipped, and nothing is lost. You choose when.
held-later = Leave it for later
held-now = Go on now, with everyone here

check-held = Part { $number } is kept for later
check-held-why = It is for when it is just you and your worker. That is fine.
check-held-now = Do part { $number } now

one-at-a-time = One question at a time
one-together = Show them together
needs-one-at-a-time = One question at a time

change-practitioner-both = Someone from another service was there both times.
out-sittings = One row for each sitting: how it was done, how long it took, and how it felt.

here-again-title = Who is here now?
here-again-lead = Before we go on, say who can see or hear this.
here-again-private = Is this a private place? Turn the screen so that nobody else can see it.
here-again-last = This is what you said last time:
here-again-same = The same as last time
here-again-other = Someone else is here, or it is done another way
here-again-go = Go on

held-answers = Some answers are kept back while others are here. Nothing is lost.
held-answers-show = It is just us now. Show them

mode-name = { $mode ->
    [joint] together on one screen
    [self] alone with the tablet
    [phone] by phone
    [video] by video
    [paper] on paper
   *[other] in another way
}
ways-then = { $first }, then { $next }
ways-done = How this was done: { $ways }.
