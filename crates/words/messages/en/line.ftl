# The connection, and why there is none.
line-offline = There is no connection just now.
line-strange = The relay gave an answer that this app does not understand. Reload to get the newest version.
line-answered = The relay answered { $status }.
line-bad-frame = The relay did not understand this page. Reload to get the new version.
line-unauthenticated = This link does not open the project: it is incomplete or has expired.
line-revoked = This link was taken back. Ask the person who shared it for a new one.
line-no-such-project = There is no such project, or it was deleted.
line-client-id-taken = This page is open a second time. Reload it to go on here.
line-epoch-changed = This project was erased and begun again. What you have here is of the one before: save it as a file first.
line-too-large = What this page has to send is larger than the relay takes. Save it as a file.
line-protocol-unknown = This page is older than the relay. Reload to get the new version.
line-newer = The relay has closed the connection for a reason that this page does not know. Reload it.
