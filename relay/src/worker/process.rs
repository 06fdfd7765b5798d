//! A worker as its parent sees it: a child process and its two pipes.

use std::{io, path::Path, process::Stdio, time::Duration};

use bytes::Bytes;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::{Child, ChildStdin, ChildStdout, Command},
};

use super::{Answer, Job, Kind, job};

/// The longest answer: a fold of the largest project, or its JSON, many times over.
const LONGEST: u32 = 64 << 20;

/// How long a process may take to start: far longer than it does, also on a machine that has too much to do.
const START: Duration = Duration::from_secs(10);

/// A worker process. Dropping it kills it.
pub(super) struct Process {
    _child: Child,
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
        Ok(Process { _child: child, down, up })
    }

    /// Hands over a job and waits for its answer. An error means that the process is of no more use.
    pub(super) async fn run(&mut self, job: &Job) -> io::Result<Answer> {
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
