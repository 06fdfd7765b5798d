project-read-only = Gallwch ddarllen y prosiect hwn, ond nid ei newid.
project-too-new = Mae angen fersiwn mwy newydd ar y prosiect hwn. Ail-lwythwch i’w olygu.
project-undo = Dadwneud
