# Words that every part of the game may use. Other files refer to them as { common-sra }.

common-sra = Smile Rights Alliance
common-occ = Oral Command Centers
common-ca = Cultural Alliance
common-residents = Residents
common-sra-short = SRA
common-occ-short = OCC
common-ca-short = CA
common-ok = OK
common-cancel = Cancel
common-back = Back
