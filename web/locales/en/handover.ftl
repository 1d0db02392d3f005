### Questions a person answers alone on the tablet, and the link worker's pages before and after it.

## The link worker chooses what to hand over.

hand-link = Hand over the tablet
hand-title = Hand over the tablet
hand-lead = They answer alone, in their own time. They see these questions and nothing else.
hand-near = Stay near. Tell them where you are, and how to get you.
hand-pin = If your tablet can hold one app open, turn that on first. It may be called screen pinning or Guided Access.
hand-examples = Example people cannot take the tablet. Set up this tablet first.
hand-nothing = Every question has been answered or passed over, so there is nothing to hand over.
hand-what = Which questions?
hand-no-words = Choose the words to ask in.
hand-which = Which parts?
hand-all = Choose all
hand-none = Choose none
hand-count = { $count ->
    [one] One question
   *[other] { $count } questions
}
hand-sensitive = may be sensitive
hand-no-section = Choose at least one part.
hand-failed = The tablet could not be handed over. Nothing was lost. Try again.
hand-next = Next

guard-title = Is this the right person?
guard-lead = You are about to hand the tablet to:
guard-ask = How did you check?
guard-name = They said their name
guard-met = They said when we last met: { $date }
guard-known = I know them
guard-not-checked = Choose how you checked.
guard-locks = This locks everything else. You need your passphrase to take the tablet back.
guard-go = Yes, hand it over now
guard-working = Handing over…

## What the person sees.

handed-title = Questions for you
handed-lead = These questions are yours. Take all the time you need.
handed-what = What happens with your answers
handed-sealed = Each answer is locked as you give it. Your link worker can open them when you give the tablet back.
handed-nobody = Nobody is watching
handed-nobody-body = Nobody sees your answers while you give them. If you want someone now, press “Get my worker”.
handed-choose = You choose
handed-skip = You can skip any question. That is fine, and nobody will hold it against you.
handed-not-breach = If the tablet stops working, that is not your fault. It does not count as a breach.
handed-stop-how = To stop, press “Stop here” at the bottom of any page.
handed-start = Start
handed-question = Question { $number } of { $all }
handed-skip-button = Skip this question
handed-talk = I would rather talk about this
handed-talk-not = I do not need to talk about this
handed-talk-said = Your worker will see that you would rather talk about this.
handed-raised = Would you like your worker now?
handed-raised-yes = Get my worker now
handed-injecting = Thank you for saying so. Would you like naloxone, clean equipment or a test?
handed-injecting-yes = Yes, let my worker see that I want this
handed-injecting-not = I do not want this now
handed-injecting-go-on = You can just go on. Nothing else comes of this answer.
handed-private = Is the screen yours alone? Move to where nobody can look over your shoulder.
handed-last-title = That was the last question
handed-last-lead = Thank you. You can still go back and change an answer.
handed-done = I have finished
handed-cover-title = Out of sight
handed-cover-lead = Nobody touched the tablet for a while, so your answers are covered. They are kept.
handed-worker = Get my worker
handed-worker-title = Give the tablet to your worker now
handed-worker-lead = You can just hand it over. You do not have to say why.
handed-worker-told = This tablet has not told anyone. Your worker only knows when you give it to them.
handed-stop = Stop here
handed-stop-title = Stop here?
handed-stop-lead = Your answers are kept, locked for your link worker. After this you cannot open them here again.
handed-stop-yes = Stop and give it back
handed-ended-title = Please give the tablet back
handed-ended-lead = Thank you. What you answered is kept, locked for your link worker.
handed-broken-lead = Something here is not as it was, so the questions stop. What you answered is kept, locked for your link worker.
handed-i-am-worker = I am the link worker
handed-other-title = The questions are open in another tab
handed-other-lead = Only one tab can keep your answers, so that none is lost.
handed-other-here = Go on here
handed-not-kept = Your last answer is not kept yet. Nothing else is lost.

## The link worker takes the tablet back.

back-title = The tablet is back
back-lead = This page is for you, the link worker. Turn the screen away first.
back-answered = { $count ->
    [0] They gave no answers this time. That is fine.
    [one] They came to one question. It is kept with the rest.
   *[other] They came to { $count } questions. All are kept with the rest.
}
back-raised = Talk about this soon, in private
back-raised-body = One of these answers may mean that someone is not safe. Ask how they are. This tablet has told nobody.
back-talk = They would rather talk about this
back-no-flag = They did not ask to talk about any question.
back-injecting = They may want naloxone, clean equipment or a test. Ask what would help.
back-next = What next?
back-go-on = Go on together
back-check = Look through the answers
back-more = Hand over more questions
back-later = Keep it for another day

## How answers are kept safe.

security-handed = While somebody answers alone, your keys are not in the tablet’s memory. Each answer is locked for you as it is given.
security-handed-stolen = If the tablet is stolen then, the thief can see the questions you handed over and hear recordings of them. The thief can also see the answers to them so far. That ends when you have the tablet back, or after 30 minutes without a touch. On a break, or turned off, it ends after three hours. Names, lists and earlier answers stay locked, except an answer that one of those questions depends on.
