//! A worker as its parent sees it: a child process and its two pipes.

use std::{io, path::Path, process::Stdio, time::Duration};

use bytes::Bytes;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::{Child, ChildStdin, ChildStdout, Command},
    time::{Instant, sleep},
};

use super::{Allowance, Answer, Job, Kind, job};

/// The longest answer: a fold of the largest project, or its JSON, many times over.
const LONGEST: u32 = 64 << 20;

/// How long a process may take to start: far longer than it does, also on a machine that has too much to do.
const START: Duration = Duration::from_secs(10);

/// How often one looks at what a job has taken.
const LOOK: Duration = Duration::from_millis(100);

/// What the system counts a process's time in: Linux tells a hundredth of a second to every program, whatever it counts
/// in itself.
const TICK: Duration = Duration::from_millis(10);

/// A worker process. Dropping it kills it.
pub(super) struct Process {
    child: Child,
    down: ChildStdin,
    up: ChildStdout,
}

impl Process {
    /// Starts this program as a worker, and waits until it says so.
    pub(super) async fn start(program: &Path, kind: Kind) -> io::Result<Process> {
        let mut process = Process::spawn(program, kind)?;
        match tokio::time::timeout(START, process.up.read_u8()).await.map_err(io::Error::from)?? {
            job::READY => Ok(process),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// With nothing of ours: no variables, no folder, no open files.
    fn spawn(program: &Path, kind: Kind) -> io::Result<Process> {
        let mut child = Command::new(program)
            .args(["worker", kind.as_str()])
            .env_clear()
            // a thread would else take 128 MiB of the address space that its job may need
            .env("MALLOC_ARENA_MAX", "1")
            // so would each of the many short-lived ones that write the sheets of a workbook take 2 MiB
            .env("RUST_MIN_STACK", "262144")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // a panic's message could hold text of a project, and no log line may
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let missing = || io::Error::other("a worker without pipes");
        let down = child.stdin.take().ok_or_else(missing)?;
        let up = child.stdout.take().ok_or_else(missing)?;
        Ok(Process { child, down, up })
    }

    /// Has a job done, and takes no longer than it may. An error means that the process is of no more use.
    pub(super) async fn run_within(&mut self, job: &Job, allowance: Allowance) -> Result<Answer, RunError> {
        let meter = Meter::start(self.child.id());
        tokio::select! {
            answer = self.run(job) => answer.map_err(RunError::Ended),
            () = meter.passes(allowance.time) => Err(RunError::Spent),
            () = sleep(allowance.wait) => Err(RunError::Late),
        }
    }

    /// Hands over a job and waits for its answer.
    async fn run(&mut self, job: &Job) -> io::Result<Answer> {
        let message = job.encode();
        self.down.write_u32_le(job::length(&message)).await?;
        self.down.write_all(&message).await?;
        self.down.flush().await?;
        let length = self.up.read_u32_le().await?;
        if length > LONGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut answer = vec![0; length as usize];
        self.up.read_exact(&mut answer).await?;
        Ok(Answer::decode(&Bytes::from(answer)))
    }
}

/// Why a job has no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum RunError {
    /// It took more of a processor than it may.
    #[error("it took too much of a processor")]
    Spent,
    /// It was not done in time, and did not even take what it may.
    #[error("the machine had no time for it")]
    Late,
    /// The process ended, or said what no worker says.
    #[error("its process ended: {0}")]
    Ended(io::Error),
}

/// What a process takes of a processor from now on.
struct Meter {
    process: Option<u32>,
    begun: Instant,
    before: Option<Duration>,
}

impl Meter {
    fn start(process: Option<u32>) -> Meter {
        Meter { process, begun: Instant::now(), before: process.and_then(spent) }
    }

    /// Waits until it has taken so much.
    async fn passes(&self, time: Duration) {
        while self.taken() < time {
            sleep(LOOK).await;
        }
    }

    fn taken(&self) -> Duration {
        let now = self.process.and_then(spent);
        // where the system does not tell, the time that goes by stands for it
        now.zip(self.before).map_or_else(|| self.begun.elapsed(), |(now, before)| now.saturating_sub(before))
    }
}

/// The time that a process has spent on a processor, as Linux tells it.
fn spent(process: u32) -> Option<Duration> {
    let told = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // the name of the program, in brackets, may itself hold brackets and spaces
    let mut fields = told.rsplit_once(')')?.1.split_whitespace();
    let mut next = |skip: usize| fields.nth(skip)?.parse::<u32>().ok();
    // in its own code, field 14 of the whole line, and in the system's, the one after it
    Some(TICK * next(11)?.saturating_add(next(0)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_what_a_process_takes_of_a_processor_is_known() {
        let Some(before) = spent(std::process::id()) else { return };
        let begun = Instant::now();
        while spent(std::process::id()).unwrap() < before + 3 * TICK {
            assert!(begun.elapsed() < Duration::from_secs(30));
        }
    }
}
