//! The worker's own side: it gives up what it does not need, then does one job after the other until its pipe ends.

use std::{
    io::{self, Write},
    panic::{self, AssertUnwindSafe},
    sync::{Arc, mpsc},
    time::Duration,
};

use bytes::Bytes;
use document::Document;
use rlimit::Resource;

use super::{Answer, Done, Job, Kind, job, office};

/// Standard input, output and error: with no more files it can open neither a file nor a socket.
const FILES: u64 = 3;

/// What a job's thread may have for its stack: yrs calls itself for every client id in a chain of them.
const STACK: usize = 64 << 20;

/// Does jobs from standard input until that ends.
pub fn run(kind: Kind) -> io::Result<()> {
    give_up(kind)?;
    let jobs = std::thread::Builder::new().stack_size(STACK).spawn(move || jobs(kind))?;
    jobs.join().unwrap_or_else(|_| Err(io::Error::other("a worker panicked")))
}

fn jobs(kind: Kind) -> io::Result<()> {
    let watch = watch(kind.allowance().wait);
    let (mut down, mut up) = (io::stdin().lock(), io::stdout().lock());
    up.write_all(&[job::READY])?;
    up.flush()?;
    while let Some(message) = job::read(&mut down)? {
        let job = Job::decode(kind, message)?;
        // if the watch has ended, so has the process
        watch.send(()).ok();
        let answer = contained(|| answer(&job));
        watch.send(()).ok();
        job::write(&mut up, &answer.encode())?;
    }
    Ok(())
}

fn give_up(kind: Kind) -> io::Result<()> {
    let memory = kind.allowance().memory + STACK as u64;
    Resource::AS.set(memory, memory)?;
    Resource::NOFILE.set(FILES, FILES)?;
    Resource::CORE.set(0, 0)
}

/// A panic is an answer like another: the process keeps nothing of a job, so the next one finds it as it was.
fn contained(answer: impl FnOnce() -> Answer) -> Answer {
    let fault = |_| Answer::Failed("the program that reads documents has a fault".to_owned());
    panic::catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(fault)
}

/// Ends the process when a job takes far too long: its parent does that sooner, if there still is one.
fn watch(time: Duration) -> mpsc::Sender<()> {
    let (turn, turns) = mpsc::channel();
    std::thread::spawn(move || {
        while turns.recv().is_ok() {
            if let Err(mpsc::RecvTimeoutError::Timeout) = turns.recv_timeout(2 * time) {
                std::process::exit(1);
            }
        }
    });
    turn
}

fn answer(job: &Job) -> Answer {
    let result = match job.kind {
        Kind::Fold => fold(&job.updates),
        Kind::Read => read(&job.updates),
        Kind::Export => loaded(&job.updates).and_then(|document| office::export(&job.argument, &document)),
        Kind::Sheets => Ok(office::sheets(&job.argument)),
    };
    result.unwrap_or_else(Answer::Failed)
}

fn fold(updates: &[Bytes]) -> Result<Answer, String> {
    let folded = document::fold(updates.iter().map(|update| &update[..]));
    let bytes = Bytes::from(folded.map_err(|error| error.to_string())?);
    let min_writer = loaded(std::slice::from_ref(&bytes))?.min_writer();
    Ok(Answer::Done(Done { min_writer, bytes }))
}

fn read(updates: &[Bytes]) -> Result<Answer, String> {
    let document = loaded(updates)?;
    let bytes = exchange::project::to_json(&document.project()).into_bytes().into();
    Ok(Answer::Done(Done { min_writer: document.min_writer(), bytes }))
}

fn loaded(updates: &[Bytes]) -> Result<Document, String> {
    // nothing is ever written under this id, and nothing is undone, so time stands still
    let mut document = Document::new(0, Arc::new(|| 0));
    for update in updates {
        document.load(update).map_err(|error| error.to_string())?;
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_a_panic_is_an_answer() {
        let broken = contained(|| panic!("a fault of a library"));
        assert!(matches!(broken, Answer::Failed(why) if why.contains("fault")));
        let done = Answer::Done(Done { min_writer: 1, bytes: Bytes::from_static(b"x") });
        assert_eq!(contained(|| done.clone()), done);
    }
}
