### Beth sy'n hysbys yn barod am berson, fel na fydd rhaid i neb ei ddweud ddwywaith. Heb ei adolygu gan siaradwr Cymraeg eto.

known-title = Beth rydyn ni'n ei wybod yn barod
known-lead = Fel na fydd rhaid i neb ei ddweud ddwywaith.
known-not = Ffeithiau o'r blaen yw'r rhain. Dydyn nhw byth yn dod yn ateb nac yn sgôr. Maen nhw'n aros ar y dabled hon.
known-none-title = Dim byd yma eto
known-none = Ydy'r person hwn wedi dweud eu stori o'r blaen? Ychwanegwch y ffeithiau sydd gennym: gyda phwy maen nhw'n byw, neu ba waith wnaethon nhw. Wedyn does dim rhaid iddyn nhw ddweud y cyfan eto.
known-none-then = Maen nhw'n clywed pob ffaith, ac yn dweud a yw'n gywir.
known-add = Ychwanegu ffaith
known-go-through = Mynd drwy'r rhain gyda'n gilydd
known-count = { $count ->
    [0] Dim byd eto. Ychwanegwch ffeithiau o'r blaen, fel na fydd rhaid i neb eu dweud ddwywaith.
    [one] Un ffaith.
    [two] Dwy ffaith.
    [few] Tair ffaith.
    [many] Chwe ffaith.
   *[other] { $count } o ffeithiau.
}
known-waiting = { $count ->
    [zero] Does dim yn aros.
    [one] Mae un yn aros i chi fynd drwyddi gyda'ch gilydd.
    [two] Mae dwy yn aros i chi fynd drwyddyn nhw gyda'ch gilydd.
    [few] Mae tair yn aros i chi fynd drwyddyn nhw gyda'ch gilydd.
    [many] Mae chwech yn aros i chi fynd drwyddyn nhw gyda'ch gilydd.
   *[other] Mae { $count } yn aros i chi fynd drwyddyn nhw gyda'ch gilydd.
}
known-look = Edrych arno, neu ychwanegu ato

known-change-title = Newid y ffaith hon
known-words = Beth rydyn ni'n ei wybod?
known-words-hint = Un ffaith fer, fel: Mae hi'n byw gyda'i chwaer yn Wrecsam. Dim sgoriau, a dim atebion i ffurflen.
known-source = O ble mae'n dod?
known-source-assessment = Asesiad cynharach
known-source-referral = Atgyfeiriad
known-source-service = Cofnod gwasanaeth arall
known-source-told = Dywedon nhw wrthym o'r blaen
known-source-you-told = Fe ddywedoch chi wrthym o'r blaen
known-named = Beth yw ei enw?
known-named-hint = Enw'r ffurflen neu'r gwasanaeth. Gallwch ei adael yn wag.
known-dated = O ba ddyddiad mae'n dod?
known-dated-hint = Fel 27 3 2026. Gadewch y diwrnod allan os mai dim ond y mis rydych chi'n ei wybod. Gadewch y tri'n wag os nad ydych chi'n gwybod.
known-save = Cadw'r ffaith hon
known-no-words = Ysgrifennwch beth rydyn ni'n ei wybod.
known-too-long = Gwnewch hi'n fyrrach. Mae gan un ffaith 200 llythyren ar y mwyaf.
known-no-source = Dewiswch o ble mae'n dod.
known-name-too-long = Gwnewch yr enw'n fyrrach. Mae ganddo 80 llythyren ar y mwyaf.
known-no-date = Dydy hwnna ddim yn ddyddiad. Ysgrifennwch rifau, fel 27 3 2026, neu gadewch ef yn wag.
known-not-yet = Dydy'r dyddiad hwnnw ddim wedi dod eto. Gwiriwch ef.

known-before = O'r blaen
known-no-day = Dyddiad ddim yn hysbys
known-said-by = Dywedodd { $name }
known-right = Mae hynny'n gywir.
known-not-quite = Ddim yn hollol gywir.
known-not-true = Dydy hynny ddim yn wir.
known-not-now = Ddim nawr.
known-on = Ar { $day }.
known-there = Ar { $day }. Yno hefyd: { $others }.
known-rewritten = Cafodd yr hyn sydd yma ei newid ar ôl hynny.
known-not-asked = Heb fynd drwyddi gyda'n gilydd eto.
known-remove = Tynnu
known-remove-label = Tynnu: { $fact }
known-removed = Wedi'i thynnu: { $fact }
known-put-back = Ei rhoi'n ôl
known-put-back-hint = Gallwch ei rhoi'n ôl nes i chi adael y dudalen hon.

known-you-title = Beth rydyn ni'n ei wybod yn barod amdanoch chi
known-you-lead = Ddylai fod dim rhaid i chi ei ddweud ddwywaith. Ydy hyn yn gywir?
known-you-free = Gallwch adael unrhyw un o'r rhain, neu bob un. Nid atebion i'r cwestiynau ydyn nhw.
known-you-alone = Ewch drwy hyn pan fydd dim ond chi a'ch gweithiwr yno.
known-you-right = Mae hynny'n gywir
known-you-not-quite = Ddim yn hollol
known-you-not-true = Ddim yn wir
known-you-not-now = Ddim nawr
known-you-words = Beth sy'n gywir? Dywedwch yn eich geiriau eich hun.
known-you-words-hint = Eich geiriau chi sy'n dod gyntaf. Maen nhw'n cael eu cadw yn union fel rydych chi'n eu dweud.
known-you-clear = Clirio'r hyn ddywedais i
known-you-clear-label = Clirio'r hyn ddywedais i: { $fact }
known-you-said-right = Dywedoch chi ar { $day } fod hyn yn gywir.
known-you-said-not-quite = Dywedoch chi ar { $day } nad yw hyn yn hollol gywir.
known-you-said = Dywedoch chi ar { $day }
known-you-again = Dweud rhywbeth arall
known-you-again-label = Dweud rhywbeth arall: { $fact }
known-you-go-on = Mynd ymlaen i'r cwestiynau
known-you-done = Wedi gorffen
known-you-none = Does dim byd i fynd drwyddo nawr.
known-held-title = Mae'r hyn rydyn ni'n ei wybod yn barod yn cael ei gadw at eto
known-held = Mae'r hyn rydyn ni'n ei wybod yn barod amdanoch chi'n aros nes mai dim ond chi a'ch gweithiwr sydd yma.
known-now = Mynd drwy'r hyn rydyn ni'n ei wybod yn barod
