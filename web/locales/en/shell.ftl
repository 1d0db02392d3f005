### The frame of every page.

brand = { -brand }
skip-to-main = Skip to main content
nav-people = People
nav-take-out = Take scores out
nav-security = How answers are kept safe
nav-lock = Lock
nav-close-examples = Close the examples
nav-label = Main
language-english = English
language-welsh = Cymraeg
page-title = { $page } – { -brand }

examples-banner = These are example people. They are made up, and everything here goes when you close.
update-waiting = A new version is ready.
update-use = Use it now
update-replaced = A newer version is open in another tab. Finish here, then open this page again.

not-kept-title = Not saved yet
not-kept-body = Your answers are still on this screen. Keep it open and try again.
not-kept-stale = This tablet has { -brand } open twice, and the other one has newer answers. Open this page again to see them.
not-kept-service = The tablet did not keep who to call. What you wrote is still here. Keep this open, make room on the tablet, then try again.
keep-again = Try again
read-aloud = Read aloud
read-stop = Stop reading
nav-statement = Who can use this
statement-title = Who can use this
statement-lead = Everyone should be able to use Trellis, in the way that suits them.
statement-can = You can use it by touch, by keyboard, with large words, on dark, in Welsh or English. You can hear it where your device has a voice.
statement-tested = We aim for level AA of the web rules, WCAG 2.2. Each change is tested by machine on each page. That finds only part of what can be wrong.
statement-known = What is not right yet
statement-known-readers = No one has tried it with a screen reader on a real tablet yet.
statement-known-people = No one who finds reading hard has tried it yet.
statement-known-welsh = No Welsh speaker has looked at the Welsh yet.
statement-known-voice = Many devices have no Welsh voice. Then nothing is read aloud in Welsh.
statement-tell = Is something hard to use?
statement-tell-whom = Tell your link worker, or the service that gave you this tablet. They can give you paper instead.
statement-date = This page was last gone over on { $day }.
hide-now = Hide this now
hide-how = How to hide this screen
hide-ways = “Hide this now” stands at the top of each page. It covers everything at once. Pressing Shift three times does the same, and so does holding two fingers on the screen.
hide-after = What showed Saved stays saved. To come back, tap the time. You need the passphrase then.
hide-honest = It does not clear the list of pages this browser remembers. No name and no answer is in that list.
opening = Opening…
there-is-a-problem = There is a problem
inside-missing-title = The rest of Trellis did not come
inside-missing = Part of Trellis could not be fetched just now. What you have kept is safe. Check the network, then try again.
