### The words that many screens share.

-brand = Trellis

go-on = Ymlaen
back = Yn ôl
skip = Hepgor am y tro
clear = Clirio
save = Cadw
saved = Wedi'i gadw
close = Cau

# Welsh answers with the verb of the question (Oes, Ydw, Ydy), so each question of yes and no is asked in a
# way that Ydw and Nac ydw answer, or has messages of its own.

## The months without mutation, as they stand in a date: 14 Ionawr 2026. After a preposition that mutates
## (i Fawrth, ym Mehefin), write the sentence so that the date does not follow it, or write a message of its own.

month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
