/** What `dondoc` can do, for whoever typed something else. */
export const usage = `dondoc plan parse FILE [--json]   what is found in a plan file
dondoc plan import FILE [--yes] [--workspace NAME] [--json]
                                  what importing it would do; with --yes it is done. Exit code 0 when it was done,
                                  when there is nothing new or nothing doubtful; 2 when something is doubtful and
                                  nothing was done; 1 when it failed. Nothing is ever cancelled by it
dondoc agencies import FILE       takes a directory of agencies (.xlsx) in; nothing is removed
dondoc agencies list              the directory; both take --workspace NAME where there are several
dondoc calendar show [YEAR]       the office hours, days off and swapped days of a year
dondoc calendar import FILE [--yes]
                                  what a calendar (.csv, .xlsx) changes and how many reminders move; with --yes it is
                                  done. Both take --workspace NAME where there are several
dondoc explain "…" [--today YYYY-MM-DD]
                                  how an answer in chat is understood, as JSON: an object, or an array where it is
                                  about several tasks
dondoc delivery [--workspace NAME] [--json]
                                  messages sent, waiting, failed, uncertain; the quota; who cannot be reached
dondoc jobs [--json]              what the clock does: the last, the next and the missed runs of each job
dondoc backup FILE [--without-files]
                                  everything in one file: all rows and, unless told, the files people sent
dondoc restore FILE [--replace] [--without-files]
                                  puts a backup into an empty database, or with --replace in the place of everything;
                                  what waited to be sent when it was taken is not sent. The program has to be stopped
dondoc workspace add NAME         a further workspace, with its administrator's sign-in link
dondoc signin                     a new one-time sign-in link for the administrator

The commands that need the database want the program stopped when it uses the embedded one.`
