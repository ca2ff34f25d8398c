# Words that every part of the game may use. Other files refer to them as { common-sra }.

common-sra = Smile Rights Alliance
common-occ = Oral Command Centers
common-ca = Cultural Alliance
common-residents = Residents
common-sra-short = SRA
common-occ-short = OCC
common-ca-short = CA
common-yes = Yes
common-no = No
common-ok = OK
common-cancel = Cancel
common-back = Back
common-close = Close
common-on = On
common-off = Off
common-settings-fault = Setting { $entry } could not be read ({ $found }): { $why } The default is used.
common-settings-broken = The settings file could not be read ({ $why }). The defaults are used.
