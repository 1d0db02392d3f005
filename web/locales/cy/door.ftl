### First start, unlock, refusals.

first-title = Dechrau gyda'r hyn sy'n gryf
first-lead = Mae { -brand } ar gyfer dau berson ac un dabled. Rydych chi'n edrych ar gryfderau yn gyntaf, yna ar beth sy'n rhwystro. Yna rydych chi'n cynllunio gyda'ch gilydd.
first-make = Paratoi'r dabled hon
first-try = Rhoi cynnig arni gyda phobl enghreifftiol
first-safe = Mae popeth yn aros ar y dabled hon, wedi'i gloi â'ch ymadrodd cyfrinachol. Does dim byd yn cael ei anfon i unman.
first-not-emergency = Nid gwasanaeth brys yw { -brand }. Os oes rhywun mewn perygl yr eiliad hon, ffoniwch 999.

new-title = Dewiswch ymadrodd cyfrinachol
new-lead = Mae'n cloi popeth rydych chi'n ei gadw yma. Mae pedwar gair neu fwy sydd ddim yn perthyn i'w gilydd yn gweithio'n dda.
new-passphrase = Ymadrodd cyfrinachol
new-passphrase-hint = O leiaf 15 nod. Mae bylchau'n iawn.
new-again = Yr un ymadrodd cyfrinachol eto
new-warning = All neb agor atebion y dabled hon hebddo, na ninnau chwaith. Cadwch gopi yn rhywle diogel, i ffwrdd o'r dabled.
new-make = Cloi a dechrau
new-working = Yn gwneud eich allwedd. Mae hyn yn cymryd eiliad…

unlock-title = Datgloi
unlock-passphrase = Ymadrodd cyfrinachol
unlock-button = Datgloi
unlock-working = Yn datgloi…
unlock-examples = Neu rhowch gynnig arni gyda phobl enghreifftiol

show-passphrase = Dangos beth rydw i'n ei deipio

door-wrong = Dydy'r ymadrodd cyfrinachol hwnnw ddim yn agor y dabled hon. Does dim byd wedi'i golli. Gwiriwch ef a rhowch gynnig arall arni.
# Welsh keeps one form here: "eiliad" begins with a vowel and does not change after a number.
door-wait = { $seconds ->
    [one] Arhoswch un eiliad, yna rhowch gynnig arall arni. Does dim byd wedi'i golli.
   *[other] Arhoswch { $seconds } eiliad, yna rhowch gynnig arall arni. Does dim byd wedi'i golli.
}
door-too-short = Mae angen o leiaf 15 nod yn eich ymadrodd cyfrinachol.
door-not-same = Dydy'r ddau ymadrodd cyfrinachol ddim yr un fath. Teipiwch y ddau eto.
door-damaged = Does dim modd darllen y clo ar y dabled hon. Does dim byd wedi newid. Gofynnwch i bwy bynnag sy'n gofalu am eich tabledi.
door-memory = Does dim digon o gof rhydd ar y dabled hon i gyfrifo'r allwedd. Caewch apiau eraill a rhowch gynnig arall arni. Does dim byd wedi'i golli.
door-stopped = Weithiodd hynny ddim y tro hwn. Does dim byd wedi newid. Agorwch y dudalen hon eto a rhowch gynnig arall arni.

refused-title = All { -brand } ddim cadw atebion yn ddiogel yma
refused-not-secure = Ddaeth y dudalen hon ddim dros gysylltiad diogel, felly fydd y porwr ddim yn cloi dim byd. Gofynnwch am gyfeiriad sy'n dechrau gyda https.
refused-no-database = Does gan y porwr hwn ddim lle diogel i gadw atebion. Mae hyn yn aml yn wir am ffenestri preifat. Agorwch { -brand } mewn ffenestr arferol.
refused-other-tab = Mae { -brand } ar agor yn barod mewn tab arall ar y dabled hon. Dim ond un sy'n cael ysgrifennu, fel nad oes ateb yn cael ei golli.
refused-use-here = Ei ddefnyddio yma yn lle hynny

lost-title = Does dim tudalen o'r fath
lost-body = Efallai fod y cyfeiriad wedi'i deipio'n anghywir. Does dim byd wedi'i golli.
lost-home = Mynd i'r dechrau
back-unlock = Gweithiwr cyswllt: cymryd y dabled yn ôl
handed-go-on = Mynd ymlaen â'r cwestiynau
