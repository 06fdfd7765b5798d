# The home page.
home-skip = Skip to the projects on this device
home-promise = No account, no e-mail address. Only people who have a project’s link can open it.

# The first box, and the three questions after it.
home-question = What are you trying to improve?
home-question-hint = One sentence is enough, and you can change it at any time. Please do not write about a patient by name.
home-start = Start
home-start-now = Start now, without questions
home-start-next = Three short questions follow. Each can be left open.
home-start-missing = Write one sentence first, or start blank.
home-next = Next
home-finish = Start the project
home-unknown = Don’t know yet
home-back = Back
home-skip-rest = Start now, skip the rest

# The picture beside the box.
home-sketch = Your aim so far
home-sketch-empty = Your sentence becomes the aim of a driver diagram.
home-sketch-drivers = What affects it?
home-sketch-ideas = What could we test?

# Other ways to begin.
home-ways = Or begin in another way
home-blank = Start blank
home-blank-more = An empty diagram, at once.
home-example = Look at an example
home-example-more = Five finished projects; your copy is yours to change.
home-outline-more = Indented lines from Word, Excel, a chat or an e-mail.
home-file = Open a file
home-file-more = A project that was saved as JSON.
home-examples-hint = Each opens as a copy of your own. Change anything; the example stays as it is.
home-example-crisis-care = From 140 to 60 minutes to a mental health assessment: 22 cards, 6 measures, 4 tests
home-example-staff-support = From 45% to 80% of staff who feel supported after a hard shift: 18 cards, 4 measures, 1 test
home-example-whole-system-flow = From 11 to 8 days in hospital for people aged 75 and over: 23 cards, 5 measures, 3 tests
home-example-improvement-network = 200 people who test a change of their own, in eight collaboratives: 19 cards, 3 measures, 1 test
home-example-value-and-resilience = 95% of planned care within 18 weeks, and no fall in staff wellbeing: 16 cards, 3 measures

# The projects on this device.
home-known = Projects on this device
home-known-none = None yet. What you start or open here is listed here.
home-known-facts = { $role } · opened { $when }
home-untitled = Untitled project
home-role-owner = You own it
home-role-editor = You can edit
home-role-contributor = You can add ideas
home-role-viewer = You can read
home-ago-now = just now
home-ago-minutes = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
home-ago-hours = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
home-ago-yesterday = yesterday
home-ago-days = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
home-shared = This is a shared computer
home-shared-hint = Then nothing stays here after the browser is closed: keep your links elsewhere.
home-shared-on = Nothing will stay on this computer after the browser is closed, but edits that are not sent yet: they stay until they are. Owner links are in this tab only now.
home-shared-off = This computer keeps your projects again.
home-forget = Forget
home-forget-named = Forget “{ $title }” on this device
home-forget-really = Forget “{ $title }”?
home-forgot = Forgot “{ $title }” on this device. The project itself stays.
home-owner-link-goes = This device has the project’s owner link, and the link goes with it. If nobody else has it, nobody can delete the project or look after its links any more.
home-owner-link = Owner link
home-owner-link-copy = Copy the owner link
home-owner-link-copied = Copied. Paste it where you will find it again.
home-owner-link-not-copied = This browser did not let the link be copied. Select it here and copy it by hand:

# What is going on, and what went wrong.
home-making = Making the project…
home-reading = Reading the file…
home-fetching = Fetching the example…
home-again = Try again
home-key-needed = A creation key is needed
home-key = Creation key
home-key-hint = Whoever runs this Tributary decides who may start projects here, and can give you the key. Opening a project that exists needs none.
home-key-wrong = That key is not right. Check for a missing or a doubled letter.
home-key-use = Use this key
home-offline = There is no connection, and a new project needs one. What you wrote is still here.
home-too-large = This project is too large for this Tributary. Split it, or take out what is old. Nothing was made.
home-too-many = Too many new projects just now. Wait a minute and try again.
home-full = This Tributary cannot keep anything just now. Wait a minute and try again; what you wrote is still here.
home-file-too-large = This file is larger than any project. Is it the right one?
home-file-unreadable = The browser could not read this file. Is it empty, or open in another program?
home-file-fault = “{ $name }” cannot be opened. { $fault } Nothing was made.
home-example-missing = The example could not be fetched. Try again in a moment.
home-refused = No project was made: { $detail }

# Pasting an outline.
home-outline-title = Paste an outline
home-outline-label = One card a line, indented by two spaces or a tab
home-outline-hint = The first line is the aim. A line that begins with > is a change idea. Bullets and numbers are understood.
home-outline-empty = The columns appear here before anything is made.
home-outline-columns = What it becomes
home-outline-rest = … { $count } more
home-outline-make = Make the project
home-outline-show = Fill in an example
home-outline-sample =
    Fewer falls on ward 7, from 12 to 6 a month, by June
      People move safely
        The way to the toilet is clear
          > Night lights along the way
          > Slippers that fit
      Staff notice risk early
        Risk is spoken of at handover
          > One falls question at each handover
