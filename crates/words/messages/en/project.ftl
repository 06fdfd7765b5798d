# What is said of a project as a whole.
project-read-only = You can read this project, but not change it.
project-too-new = This project needs a newer version. Reload to edit.
project-undo = Undo
