### The list, one person, adding one.

people-title = Pobl
people-add = Ychwanegu person
people-empty-title = Neb yma eto
people-empty-body = Ychwanegwch y person cyntaf rydych chi'n gweithio gyda nhw. Mae enw'n ddigon, neu'r cyfeirnod mae eich gwasanaeth yn ei ddefnyddio.
people-ready = { $count ->
    [0] Does neb yn barod am sgwrs arall heddiw.
    [one] Mae un person yn barod am sgwrs arall.
    [two] Mae dau berson yn barod am sgwrs arall.
    [few] Mae tri pherson yn barod am sgwrs arall.
    [many] Mae chwe pherson yn barod am sgwrs arall.
   *[other] Mae { $count } o bobl yn barod am sgwrs arall.
}
people-unreadable = { $count ->
    [zero] Cafodd pob cofnod ei agor.
    [one] Doedd dim modd agor un cofnod. Mae'n cael ei gadw fel y mae, ac mae popeth arall yma.
    [two] Doedd dim modd agor dau gofnod. Maen nhw'n cael eu cadw fel y maen nhw, ac mae popeth arall yma.
    [few] Doedd dim modd agor tri chofnod. Maen nhw'n cael eu cadw fel y maen nhw, ac mae popeth arall yma.
    [many] Doedd dim modd agor chwe chofnod. Maen nhw'n cael eu cadw fel y maen nhw, ac mae popeth arall yma.
   *[other] Doedd dim modd agor { $count } o gofnodion. Maen nhw'n cael eu cadw fel y maen nhw, ac mae popeth arall yma.
}
status-ready = Yn barod am sgwrs arall
status-draft = Ar ganol yr asesiad
status-new = Heb ddechrau eto
status-next = Y sgwrs nesaf: { $date }

add-title = Ychwanegu person
add-name = Enw
add-name-hint = Beth maen nhw'n hoffi cael eu galw, neu gyfeirnod eich gwasanaeth.
add-no-name = Rhowch enw neu gyfeirnod.

person-start = Dechrau gyda'n gilydd
person-start-body = Mae'n cymryd tua 25 munud. Gallwch chi stopio unrhyw bryd a mynd ymlaen ar ddiwrnod arall.
person-go-on = Mynd ymlaen o'r lle stopion ni
person-draft-late = Dechreuodd hwn ar { $date }. Mae atebion dros 14 diwrnod ar wahân yn cael eu cadw, ond does dim modd eu sgorio gyda'i gilydd.
person-draft-close = Ei orffen fel y mae
person-catch-up = Cael sgwrs arall gyda'n gilydd
person-catch-up-body = Yr un cwestiynau â'r tro diwethaf. Dydy atebion y tro diwethaf ddim wedi'u llenwi.
person-catch-up-anyway = Cael sgwrs heddiw beth bynnag
person-next = Mae'r sgwrs nesaf tua { $date }.
person-assessments = Asesiadau
person-no-assessments = Dim un wedi'i orffen eto.
person-profile = Beth sy'n gryf
person-change = Beth sydd wedi newid
person-unreadable = Doedd dim modd agor atebion hwn. Maen nhw'n cael eu cadw fel y maen nhw.
person-too-long = Cymerodd hwn fwy na 14 diwrnod, felly mae'n cael ei gadw heb sgoriau.
person-actions = I'w wneud
action-noted = nodwyd ar { $date }
person-research-title = Ymchwil
person-research-ask = Ydych chi'n cytuno i ymchwilwyr ddefnyddio'r atebion hyn, heb yr enw?
person-research-why = Mae'n helpu i weld beth sy'n gweithio. Fydd dweud na ddim yn newid dim byd arall, a gallwch chi newid eich meddwl unrhyw bryd.
person-research-yes = Ydw
person-research-no = Nac ydw
person-research-given = Cytunodd ar { $date }
person-research-refused = Dywedodd na ar { $date }
person-research-not-asked = Heb ofyn eto

wave-baseline = Y dechrau
# After two, "mis" would change; months come in threes.
wave-followup = { $months } mis
wave-between = Sgwrs fer { $number }
wave-unscheduled = Ychwanegol { $number }
wave-before-release = Cyn rhyddhau
wave-after-release = Ar ôl rhyddhau
wave-transfer = Trosglwyddo
wave-end-of-service = Diwedd y gwasanaeth
wave-after-service = Ar ôl y gwasanaeth

begin-title = Cyn i chi ddechrau
begin-private = Caewch apiau eraill a chofnodion pobl eraill. Trowch y sgrin fel mai dim ond y bobl iawn sy'n ei gweld.
begin-choose = Gallwch chi hepgor unrhyw gwestiwn, cael seibiant, neu orffen ar ddiwrnod arall. Does dim byd wedi'i lenwi ymlaen llaw.
begin-skip-no-breach = Gallwch chi hepgor unrhyw gwestiwn. Dydy hepgor ddim yn torri amodau.
begin-confidential = Bydd eich gweithiwr yn dweud wrthych chi pwy sy'n gweld eich atebion, a beth mae'n rhaid ei basio ymlaen. Gofynnwch cyn dechrau os nad ydych chi'n siŵr.
begin-where = Ble mae cartref ar hyn o bryd?
begin-community = Yn y gymuned
begin-community-hint = Y gymuned yw unrhyw le y tu allan i'r carchar: gartref, hostel, safle cymeradwy, gyda ffrindiau, neu heb le sefydlog.
begin-custody = Yn y carchar
begin-go = Dechrau
begin-no-setting = Dewiswch ble mae cartref ar hyn o bryd.

title-person = Person
title-question = Cwestiynau
