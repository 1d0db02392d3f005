### First start, unlock, refusals.

first-title = Start with what is strong
first-lead = { -brand } is for two people and one tablet. You look at strengths first, then at what gets in the way, and then you plan together.
first-make = Set up this tablet
first-try = Try it with example people
first-safe = Everything stays on this tablet, locked with your passphrase. Nothing is sent anywhere.
first-not-emergency = { -brand } is not an emergency service. If someone is in danger now, call 999.

new-title = Choose a passphrase
new-lead = It locks everything you keep here. Four or more words that do not belong together work well.
new-passphrase = Passphrase
new-passphrase-hint = At least 15 characters. Spaces are fine.
new-again = The same passphrase again
new-warning = Nobody can open this tablet's answers without it, not even us. Keep a copy somewhere safe, away from the tablet.
new-make = Lock and start
new-working = Making your key. This takes a moment…

unlock-title = Unlock
unlock-passphrase = Passphrase
unlock-button = Unlock
unlock-working = Unlocking…
unlock-examples = Or try it with example people

show-passphrase = Show what I type

door-wrong = That passphrase does not open this tablet. Nothing is lost. Check it and try again.
door-wait = { $seconds ->
    [one] Please wait one second, then try again. Nothing is lost.
   *[other] Please wait { $seconds } seconds, then try again. Nothing is lost.
}
door-too-short = Your passphrase needs at least 15 characters.
door-not-same = The two passphrases are not the same. Type both again.
door-damaged = The lock on this tablet cannot be read. Nothing was changed. Please ask whoever looks after your tablets.
door-memory = This tablet has too little free memory to work out the key. Close other apps and try again. Nothing is lost.
door-stopped = That did not work this time. Nothing was changed. Open this page again and try once more.

refused-title = { -brand } cannot keep answers safe here
refused-not-secure = This page did not come over a secure connection, so the browser will not lock anything. Ask for an address that begins with https.
refused-no-database = This browser has no safe place to keep answers. Private windows often have none. Open { -brand } in an ordinary window.
refused-other-tab = { -brand } is already open in another tab of this tablet. Only one can write, so that no answer is lost.
refused-use-here = Use it here instead

lost-title = There is no such page
lost-body = The address may be mistyped. Nothing is lost.
lost-home = Go to the start
back-unlock = Link worker: take the tablet back
handed-go-on = Go on with the questions
