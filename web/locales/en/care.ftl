### Round the questions: what comes next, a break, who to call, and after a sitting.

question-injecting = Thank you for saying so. Would you like naloxone, clean equipment or a test? Your worker can help you get them.

heads-next = Next: { $part }
heads-count = { $questions ->
    [one] There is one question in this part. You can skip it.
   *[other] There are up to { $questions } questions in this part. You can skip any of them, or all.
}
heads-fine = Skipping is fine. It is not a breach, and nobody minds.
heads-tell = Your worker must pass some things on. These are the things:
heads-tell-ask = Your worker must pass some things on. Ask which ones before you answer.
heads-go = Go on to these questions
heads-skip = Skip this part

break-link = Take a break
break-title = A break
break-saved = Everything you said is saved. Nothing of it is on this page.
break-time = Take as long as you like. There is no clock running.
break-ground = If it helps, put both feet on the floor. Look for five things you can see. Breathe out slowly.
break-go-on = Go on when you are ready

contacts-title = Who to call
contacts-danger = If someone is in danger now, call 999.
contacts-none = Your service has not put in its numbers yet. A link worker can do so once the tablet is unlocked.
contacts-tell-title = What a link worker must pass on
contacts-change = Change this page
contacts-locked = This page can be read while the tablet is locked.
service-title = Change who to call
service-lead = Who to call can be read while the tablet is locked. Write nothing about a person here.
service-contacts = Who to call
service-contacts-hint = One on each line: who it is, the number, when they answer.
service-tell = What a link worker must pass on
service-tell-hint = One on each line. People see this list before they begin, and before each private part.
service-contacts-cy = The same numbers in Welsh
service-tell-cy = The same list in Welsh
service-cy-hint = If this is empty, a Welsh page shows the English words.
service-save = Save

after-title = Before we stop
after-lead = A few quick taps, if you like. Nobody has to.
after-worth = This was worth my time
after-about-me = This felt like it was about me
after-worker = For the link worker: this was worth the time
after-yes = Yes
after-partly = Partly
after-no = No
after-again = Tap the same one again to take it back.
after-turn = Link worker: turn the tablet to yourself, then go on.
after-call = Link worker: read these out, then go on.
after-to-worker = Go on, link worker
after-link = How was it?

concern-title = For the link worker
concern-first = First: tell them what you will pass on, unless that makes someone less safe.
concern-never = Trellis tells nobody. Only you can do that.
concern-raised = These answers may need you to act:
concern-raised-none = No answer raised a concern by itself. You may still have one.
concern-anything = Did anything concern you?
concern-now = Does someone need to be told now?
concern-yes = Yes
concern-no = No
concern-whom = Who, and how?
concern-whom-hint = For example: the duty desk, by phone, at ten past three.
concern-told = Have you told the person what you pass on?
concern-told-yes = Yes, I told them
concern-told-no = No, not told
concern-why = Why, or why not?
concern-save = Save
concern-open = Not written down
concern-kept = Written down on { $day }.
concern-eyes = This page is for your eyes. You do not have to fill in any of it.
concern-nothing = Nothing concerned me
concern-about = Was it one of these?
concern-about-hint = Tick any that fit. Nothing is ticked for you.
concern-came-up = This came up in an answer.
concern-earlier = Written down before
concern-kept-at = Written down on { $day } at { $time }.

about-nowhere-safe = Nowhere safe tonight
about-hurt = Someone is hurting them or has power over them
about-suicide = Thoughts of suicide
about-child = A child who may not be safe
about-exploited = Someone is using them, such as for crime, work or sex
