# The sentences that stand in index.html itself: shown before the app has started, or after it has stopped.

static-no-script = Mae angen JavaScript ar Trellis i redeg. Trowch ef ymlaen yng ngosodiadau eich porwr, yna agorwch y dudalen hon eto.
static-too-old = Mae'r porwr hwn yn rhy hen i redeg Trellis. Diweddarwch ef, neu agorwch y dudalen hon mewn un mwy newydd. Does dim byd sydd wedi'i gadw ar y ddyfais hon wedi newid.
static-loading = Yn agor Trellis…
static-clock = Cloc. Agor eto.

stopped-title = Mae'n ddrwg gennyn ni, mae Trellis wedi stopio
stopped-saved = Mae pob ateb a ddangosodd Wedi'i gadw yn ddiogel ar y ddyfais hon. Efallai y bydd angen rhoi eich tap olaf eto.
stopped-reload = Agor Trellis eto
