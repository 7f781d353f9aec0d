"""Words that say nothing about what somebody looks for, German and English."""

from __future__ import annotations

from typing import Final

# "but" (Bildung und Teilhabe), "sucht" (addiction), "it" and "who" stay searchable: the noun is worth more.
_GERMAN: Final = """
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei damit dann das dass
dein deine dem den der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer
eines er es etwas euch euer eure für gegen gibt hab habe haben hast hat hatte hier ihm ihn ihr ihre ihrem ihren ihrer im in ins
ist ja jede jedem jeden jeder jedes jetzt kann kannst können könnte mal man mehr mein meine meinem meinen meiner mich mir mit
muss müssen nach nicht noch nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so soll sollte sowie
um und uns unser unsere unter vom von vor war wann warum was weil welche welchem welchen welcher welches wenn wer werden wie
wieder will wir wird wo woher wohin wollen während zu zum zur zwischen über
bekomme bekommen bekommt brauche brauchen braucht bitte darf dürfen finde finden findet gern gerne gesucht hilft ich kenne kriege
möchte möchten such suche suchen wende
"""
_ENGLISH: Final = """
a about all am an and any are as at be been can could did do does for from get give had has have he her here him his how i if
in into is its me my need needs no not of on or our out she should so some that the their them then there these they this to
us want was we were what when where which will with would you your find finding look looking
"""

_TEXT: Final = _GERMAN + _ENGLISH
STOP_WORDS: Final = frozenset(_TEXT.split())
