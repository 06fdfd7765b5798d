# The diagram taken along as a picture, and the outline as text.
pictures-open = Save or copy a picture…
pictures-title = Save or copy a picture
pictures-copy-slide = Copy picture for a slide
pictures-print = Print…
pictures-what = What
pictures-diagram = The diagram
pictures-screen = As on the screen
pictures-whole = The whole diagram
pictures-slides = Slides
pictures-theme = Colours
pictures-light = Light
pictures-dark = Dark
pictures-size = Size of a PNG
pictures-size-once = As on the screen
pictures-size-twice = Twice as large, sharp in print
pictures-size-slide = As wide as a slide (1,600 pixels)
pictures-size-wide-slide = As wide as a screen (1,920 pixels)
pictures-pixels = { $width } × { $height } pixels
# At that size the picture has more pixels than the browser can paint; smaller, it can still be read.
pictures-less = At this size the picture would have { $width } × { $height } pixels, more than this browser can paint. It is made as large as fits: { $percent } % of its size on the screen.
pictures-unreadable = At this size the picture would have { $width } × { $height } pixels, more than this browser can paint. What fits is { $percent } % of its size on the screen, too small to read. Choose slides, or save it as SVG.
pictures-copy = Copy
pictures-save-png = Save as PNG
pictures-save-svg = Save as SVG
pictures-svg-hint = PNG goes anywhere. SVG stays sharp at any size, and opens in PowerPoint and Word.
# How many slides a diagram takes
pictures-slides-hint = { $count ->
    [0] Text is large enough for the back of the room.
    [one] It fits on one slide. Text is large enough for the back of the room.
   *[other] { $count } slides: first an overview, then each branch. Text is large enough for the back of the room.
}
pictures-save-all = Save all slides
pictures-more-slides = Show more slides
pictures-copy-short = Copy
pictures-save-short = Save
# The names of the buttons of one slide
pictures-copy-slide-of = Copy slide { $number }
pictures-save-slide-of = Save slide { $number }
pictures-making = Making the picture…
pictures-saving-slides = Saving slides: { $done } of { $count }
pictures-stop = Stop
pictures-copied = Copied. Paste it into your slide.
pictures-copied-slide = Slide { $number } of { $count } copied. Paste it into your presentation.
pictures-others = Show the others
pictures-cannot-copy = This browser cannot copy pictures. Save it as PNG instead.
pictures-not-copied = This browser did not let the picture be copied. Save it as PNG instead.
pictures-not-made = This browser could not make the picture. Choose a smaller size, or save it as SVG.
pictures-saved-slides = { $count ->
    [one] 1 slide saved.
   *[other] { $count } slides saved.
}
# The names of files, without their ending
pictures-file = { $title } – { $date }
pictures-file-slide = { $title } – slide { $number } of { $count } – { $date }
pictures-outline = The outline, as text
pictures-outline-hint = Copied, it is a list for a message or a document. Saved, it can be pasted into a new project.
pictures-copy-outline = Copy the outline
pictures-save-outline = Save the outline (text)
pictures-copied-outline = Outline copied.
pictures-not-copied-outline = This browser did not let the outline be copied. Save it instead.
