# What is said of a project as a whole.
project-read-only = You can read this project, but not change it.
project-too-new = This project needs a newer version. Reload to edit.
project-undo = Undo

# The bar, and what is done with the whole project.
project-home = Tributary: start page
project-start-page = Start page
project-page-title = { $title } – Tributary
project-title = Title of the project
project-untitled = Untitled project
project-skip = Skip to the diagram
project-diagram = Diagram
project-redo = Redo
project-more = More
project-try-now = Try now
project-save-file = Save as a file
project-delete = Delete the project…
project-delete-title = Delete this project?
project-delete-warning = It is deleted for everyone, with all its links, and cannot be brought back. Saved files stay.
project-delete-keep = Keep it
project-delete-save-first = Save as a file first
project-delete-now = Delete it for everyone

# How safe the work is.
saved-relay = Saved
saved-saving = Saving…
saved-device = Saved on this device – no connection
saved-held = Saved on this device – not sent
saved-not = Not saved – keep this page open
saved-as-file = Saved as { $name }.
saved-no-file = This browser did not let the file be saved.

# What one may do.
role-owner = You own this
role-editor = You can edit
role-contributor = You can add ideas
role-viewer = You can read

# The tools of the picture.
tools-name = Card and picture
tools-smaller = Smaller
tools-larger = Larger
tools-zoom = { $percent } %

# A diagram without cards.
blank-not-here-yet = Nothing of this project is on this device yet. It opens as soon as there is a connection.
blank-title = Begin with the aim
blank-text = What do you want to improve, by how much, for whom and by when? A rough sentence is a good start.
blank-begin = Write the aim
blank-nothing = Nothing has been written here yet.

# A project that does not open, or not any more.
closed-title = This project does not open
closed-home = Go to the start page
closed-again = Try again
closed-kept = What this device has can be read and saved.
closed-start-over = Open it as it is now

# Why the relay did not take what was written.
unsent-read-only = You can read this project, but not change it. What you wrote stays on this device.
unsent-too-large = That was too much at once. It stays on this device: save a copy from the menu.
unsent-full = This project is full. New work stays on this device: save a copy from the menu.
unsent-fast = That was very fast. Your work is kept, and sent in a moment.
unsent-locked = The session's holder has locked the project. Your work stays on this device until it opens.
unsent-page-too-old = This page is older than the project. Reload to get the new version.
unsent-later = The relay cannot save just now. Your work stays on this device, and is sent as soon as it can.
tools-shows = How the diagram is shown
tools-picture = Picture
tools-both = Both
tools-outline = Outline

# a newer build of the app is kept on the device
update-ready = A new version of Tributary is ready. Nothing is lost when you reload.
update-reload = Reload
