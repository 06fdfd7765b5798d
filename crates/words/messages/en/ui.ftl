# Widgets, and what every page has.
ui-name = Tributary
ui-close = Close
ui-cancel = Cancel
ui-undo = Undo
ui-notices = Notices
ui-language = Language
# What somebody did again and again: added a card, 3 times
ui-live-times = { $what }, { $times } times
# Sam added a card; drew a link.
ui-live-doings = { $who } { $doings }.
ui-nothing = There is nothing at this address
ui-nothing-why = Perhaps a part of it was lost when it was copied.
ui-nothing-go = Go to the start page
# A part of the app that is fetched when it is first opened
ui-later-opening = Opening…
ui-later-failed = This part of Tributary did not arrive. Nothing is lost.
ui-later-again = Try again
