### The list, one person, adding one.

people-title = People
people-add = Add a person
people-empty-title = Nobody here yet
people-empty-body = Add the first person you work with. A name is enough, or the reference your service uses.
people-ready = { $count ->
    [0] Nobody is ready for a catch-up today.
    [one] One person is ready for a catch-up.
   *[other] { $count } people are ready for a catch-up.
}
people-unreadable = { $count ->
    [one] One record could not be opened. It is kept as it is, and everything else is here.
   *[other] { $count } records could not be opened. They are kept as they are, and everything else is here.
}
status-ready = Ready for a catch-up
status-draft = Part way through
status-new = Not started yet
status-next = Next catch-up { $date }

add-title = Add a person
add-name = Name
add-name-hint = What they like to be called, or your service's own reference.
add-no-name = Enter a name or a reference.

person-start = Start together
person-start-body = Takes about 25 minutes. You can stop at any time and go on another day.
person-go-on = Go on where we stopped
person-draft-late = This one began on { $date }. Answers given more than 14 days apart are kept, but cannot be scored together.
person-draft-close = Finish it as it is
person-catch-up = Catch up together
person-catch-up-body = The same questions as last time. Last time's answers are not filled in.
person-catch-up-anyway = Catch up today anyway
person-next = The next catch-up is around { $date }.
person-assessments = Assessments
person-no-assessments = None finished yet.
person-profile = What is strong
person-change = What has changed
person-unreadable = The answers of this one could not be opened. They are kept as they are.
person-too-long = This one took more than 14 days, so it is kept without scores.
person-actions = To do
action-noted = noted { $date }
person-research-title = Research
person-research-ask = May researchers use these answers, without the name?
person-research-why = It helps to find out what works. Saying no changes nothing else, and you can change your mind at any time.
person-research-yes = Yes
person-research-no = No
person-research-given = Yes, since { $date }
person-research-refused = No, since { $date }
person-research-not-asked = Not asked yet

wave-baseline = Start
wave-followup = { $months } months
wave-between = Check-in { $number }
wave-unscheduled = Extra { $number }
wave-before-release = Before release
wave-after-release = After release
wave-transfer = Transfer
wave-end-of-service = End of service
wave-after-service = After the service

begin-title = Before you begin
begin-private = Close other apps and other people's records. Turn the screen so that only the right people see it.
begin-choose = You can skip any question, stop for a break, or finish another day. Nothing is pre-filled.
begin-skip-no-breach = You can skip any question. Skipping is not a breach.
begin-confidential = Your worker will tell you who sees your answers, and what they must pass on. Ask before you start if you are not sure.
begin-where = Where is home at the moment?
begin-community = In the community
begin-community-hint = The community is anywhere outside prison: at home, in a hostel, in approved premises, with friends, or no fixed place.
begin-custody = In prison
begin-go = Begin
begin-no-setting = Choose where home is at the moment.

title-person = Person
title-question = Questions
