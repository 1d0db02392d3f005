# Sentences that stand in index.html itself: shown before the app has started, or after it has
# stopped. The build writes them into the page, so they hold no variables.

static-no-script = Trellis needs JavaScript to run. Please turn it on in your browser’s settings, then open this page again.
static-too-old = This browser is too old to run Trellis. Please update it, or open this page in a newer one. Nothing saved on this device has been changed.
static-loading = Opening Trellis…
static-clock = Clock. Open again.

stopped-title = Sorry, Trellis has stopped
stopped-saved = Every answer that showed Saved is safe on this device. Your last tap may need giving again.
stopped-reload = Open Trellis again
