# Pages of the relay itself: why a short address opens nothing.
relay-unknown = This link opens nothing
relay-unknown-why = The address may be cut short, or the project was deleted. Please ask whoever sent it to you for a new one.
relay-expired = This link has expired
relay-expired-why = It was made for a limited time. Please ask whoever sent it to you for a new one.
relay-revoked = This link was ended
relay-revoked-why = An owner of the project has ended it. Please ask whoever sent it to you for a new one.
relay-no-picture = There is no picture at this address
relay-no-picture-why = This version makes no pictures for slides and other pages. The link for reading opens the diagram in a browser.
relay-unavailable = This link cannot be opened now
relay-unavailable-why = What is kept cannot be reached for the moment. Nothing is lost. Please try again in a minute.
relay-to-start = To the start page
