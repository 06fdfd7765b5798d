# The links of a project.
share-title = Share
share-editor = Can edit
share-editor-may = Change anything. For your team.
share-viewer = Can read
share-viewer-may = See everything, change nothing.
share-owner = Owner link
share-owner-may = Keep it safe. Whoever has it can delete the project.
share-apart = Not for passing on
share-none = This device knows no link that it could pass on. Whoever gave you yours has one for others.
share-copy = Copy
share-copied = Copied. Paste it where they will find it.
share-not-copied = This browser did not let the link be copied. Select it and copy it by hand.
share-address = Address: { $name }
