### Mwy nag un offeryn: dewis un arall, beth yw pob un, a beth mae ei rifau'n ei olygu.

another-title = Asesiad arall
another-lead = Mae eraill ar gael heblaw'r un hir. Dewiswch yr un sy'n addas heddiw.
another-ask = Gofyn yma
another-paper-only = Pobl eraill piau eu cwestiynau nhw, felly dydy'r geiriau ddim yma. Mae modd teipio codau ffurflen bapur wedi'i llenwi.
instruments-ours = Wedi'u hysgrifennu gan y prosiect hwn
instruments-published = Wedi'u cyhoeddi gan eraill

measure-title = Beth mae eich atebion yn ei ddangos
measure-range = ar raddfa o { $lowest } i { $highest }
measure-band = Enw ei awduron ar hyn yw { $name }.
measure-no-band = Does neb wedi dweud beth mae uchel neu isel yn ei olygu yma.
measure-higher-better = Mae rhif uwch yn well.

change-other-way = Cafodd hyn ei wneud mewn ffyrdd gwahanol. Bryd hynny: { $then }. Nawr: { $now }.
change-withheld-respondent = Un tro, chi atebodd. Y tro arall, atebodd rhywun arall drosoch chi. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-withheld-practitioner = Roedd rhywun arall yn yr ystafell un o'r ddau dro. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-withheld-language = Roedd y ddau mewn ieithoedd gwahanol. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-withheld-wording = Roedd geiriau'r cwestiynau'n wahanol. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-more-than-noise = Mae hyn yn fwy na sŵn rhwng cwestiynau. Fyddai'r cwestiynau ar eu pen eu hunain ddim yn rhoi cymaint. Allwn ni ddim dweud mwy na hynny.
change-ceiling = Roedd yr atebion ar y dechrau'n agos at y pen gorau yn barod. Felly does fawr o le i newid ddangos.
question-no-words = Dydy geiriau'r cwestiynau hyn ddim ar y dabled hon mwyach. Mae eich atebion wedi'u cadw. Dewch â'r un geiriau eto i fynd ymlaen, neu gorffennwch fel y mae.
question-no-book = Dydy'r cwestiynau hyn ddim yn y fersiwn hon o'r ap. Mae eich atebion wedi'u cadw fel y maen nhw.
person-result = Beth mae'n ei ddangos

another-paper = Teipio ffurflen bapur

paper-title = Ffurflen bapur wedi'i llenwi
paper-date = Pryd cafodd hi ei llenwi?
paper-date-hint = Y diwrnod ar y papur, fel 27 3 2026.
paper-day = Diwrnod
paper-month = Mis
paper-year = Blwyddyn
paper-code = Chwiliwch am y cod hwn ar waelod y papur: { $code }. Os yw’n enwi iaith arall, newidiwch yr iaith yn gyntaf.
paper-by = Pwy lenwodd hi?
paper-by-person = Y person, ar ei ben ei hun
paper-by-together = Gyda'i weithiwr cyswllt
paper-by-worker = Y gweithiwr cyswllt, ar ei ran
paper-where = Ble roedd y person yn byw y diwrnod hwnnw?
paper-begin = Dechrau teipio
paper-no-date = Dydy hwnna ddim yn ddiwrnod. Ysgrifennwch rifau, fel 27 3 2026.
paper-not-yet = Dydy'r diwrnod hwnnw ddim wedi dod eto. Gwiriwch y diwrnod ar y papur.
paper-no-by = Dewiswch pwy lenwodd hi.
paper-no-setting = Dewiswch ble roedd y person yn byw y diwrnod hwnnw.
paper-type-title = Teipio'r ffurflen bapur
paper-from = O ffurflen bapur { $date }. Llenwyd gan: { $by }.
paper-how = Sut i'w theipio
paper-keys = Teipiwch y cod wrth ymyl y blwch a diciwyd. Mae Enter yn mynd i'r cwestiwn nesaf. Mae'r saethau'n mynd i fyny ac i lawr.
paper-letters = Lle nad oes cod, teipiwch lythyren:
paper-blank = wedi'i adael yn wag
paper-refused = byddai'n well ganddyn nhw beidio â dweud
paper-not-known = ddim yn gwybod
paper-not-apply = ddim yn berthnasol
paper-not-there = doedd y person ddim yno
paper-not-asked = ofynnodd y gweithiwr ddim
paper-only-if = Mae'n dibynnu ar gwestiwn { $number }.
paper-words = Eu geiriau eu hunain
paper-not-a-code = Dydy “{ $typed }” ddim yn god yma. Defnyddiwch { $allowed }, neu lythyren. Mae'r gweddill wedi'i gadw.
paper-check = Gwirio beth gafodd ei deipio
paper-later = Gadael y gweddill am nawr
paper-check-lead = Daliwch e wrth ymyl y papur. Newidiwch beth sydd ddim yr un fath.
paper-refused-codes = Does dim modd cael rhai o'r codau. Cywirwch nhw'n gyntaf; mae'r lleill i gyd wedi'u cadw.
paper-mend = Yn ôl at y codau
paper-drafts = Ffurflenni papur i'w gorffen
paper-go-on = Mynd ymlaen i deipio
