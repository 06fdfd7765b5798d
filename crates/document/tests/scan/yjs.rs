//! What real Yjs programs write is admitted, whole, and read alike.

use document::protocol::awareness;
use document::protocol::{Frame, SyncMessage};
use document::scan::{Admitted, Committed};
use yrs::{GetString, Transact, WriteTxn};

use crate::agreement::{agrees_with_yrs, loaded};
use crate::kept::lines;

const CASES: &str = include_str!("../cases/yjs.txt");

#[test]
fn r3_what_yjs_writes_is_admitted() {
    let (mut committed, mut stored, mut scenes) = (Committed::default(), Vec::new(), 0);
    for (kind, bytes) in lines(CASES) {
        match kind {
            "update" => {
                agrees_with_yrs(&bytes);
                if let Admitted::Store(bytes) = committed.admit(&bytes).unwrap() {
                    stored.push(bytes);
                }
            }
            "known" => assert_eq!(committed.admit(&bytes), Ok(Admitted::Nothing)),
            "title" => {
                let doc = loaded(&stored);
                let title = doc.transact_mut().get_or_insert_text("title");
                assert_eq!(title.get_string(&doc.transact()).as_bytes(), bytes);
            }
            "end" => {
                assert_eq!(committed.state_vector_v1(), bytes, "scene {scenes}");
                (committed, stored, scenes) = (Committed::default(), Vec::new(), scenes + 1);
            }
            _ => {}
        }
    }
    assert_eq!(scenes, 10);
}

#[test]
fn r2_frames_that_yjs_writes_are_read_and_written_alike() {
    let frames: Vec<Vec<u8>> =
        lines(CASES).filter(|(kind, _)| *kind == "frame").map(|(_, bytes)| bytes).collect();
    let read: Vec<Frame> = frames.iter().map(|bytes| Frame::decode(bytes).unwrap()).collect();
    assert!(read.iter().zip(&frames).all(|(frame, bytes)| frame.encode() == *bytes));
    let [
        Frame::Sync(SyncMessage::Step1(_)),
        Frame::Sync(SyncMessage::Step2(_)),
        Frame::Sync(SyncMessage::Update(_)),
        Frame::Awareness(here),
        Frame::Awareness(gone),
        Frame::Denied(reason),
        Frame::QueryAwareness,
    ] = read.as_slice()
    else {
        panic!("{read:?}")
    };
    assert_eq!(
        awareness::decode(here).unwrap()[0].state.as_deref(),
        Some("{\"name\":\"Ann\",\"colour\":\"#123\"}")
    );
    assert_eq!(awareness::decode(gone).unwrap()[0].state, None);
    assert_eq!(reason, "read only");
}
