### Who gives an answer, words beside any question, and two views side by side. Both look at these pages.

answering-title = Pwy sy'n ateb nawr?
answering-person = Chi
answering-together = Y ddau ohonon ni
answering-worker = Eich gweithiwr, ar eich rhan
answering-for-you = Bydd yr atebion nesaf yn cael eu cadw fel rhai gan eich gweithiwr, ar eich rhan.

more-title = Dweud mwy, neu ei weld yn wahanol
more-note-only = Ychwanegu nodyn eich gweithiwr
more-said = Mae mwy yma
more-own-hint = Mae'n cael ei gadw yn union fel rydych chi'n ei ddweud.
more-note = Nodyn eich gweithiwr
more-note-hint = Gall y ddau ohonoch chi ddarllen hwn. Eich geiriau chi sy'n dod gyntaf.
more-differently = Rydyn ni'n gweld hyn yn wahanol
more-both-kept = Mae'r ddau ateb yn cael eu cadw. Eich un chi sy'n arwain.
more-answer-first = Rhowch eich ateb eich hun yn gyntaf. Yna gall eich gweithiwr ddangos ei ateb.
more-same = Mae'r ddau ohonoch chi'n ei weld yr un fath.
more-take-back = Tynnu'r farn hon yn ôl
more-take-back-label = Tynnu'r farn hon yn ôl: { $question }

side-you = Chi
side-worker = Eich gweithiwr
side-you-said = Dywedoch chi
side-worker-note = Nodyn eich gweithiwr
side-worker-notes = Nodiadau eich gweithiwr
side-for-you = Atebodd eich gweithiwr hwn ar eich rhan.
sides-title = Beth rydyn ni'n ei weld yn wahanol
sides-lead = Lle mae'r ddau ohonoch chi'n ei weld yn wahanol, mae'r ddau ateb yn cael eu cadw. Eich un chi sy'n arwain.

profile-own-view = Mae'r dudalen hon yn dangos eich barn chi. Mae eich gweithiwr yn gweld rhai pethau'n wahanol.
profile-to-worker-view = Dangos sgorau o farn eich gweithiwr
profile-worker-view = Mae'r dudalen hon yn dangos barn eich gweithiwr. Eich barn chi sy'n arwain ym mhob man arall.
profile-worker-lead = Dyma sut roedd eich gweithiwr yn ei weld ar { $date }.
profile-to-own-view = Dangos sgorau o'ch barn chi

out-worker-view = Yr un rhesi â'r atebion, ym marn y gweithiwr cyswllt. Atebion y person sy'n arwain ym mhob ffeil arall.
