//! Frames: each comes back as it was, y-protocols' own byte for byte, and no bytes do harm.
#![allow(clippy::unwrap_used)]

use document::protocol::awareness::{self, Entry};
use document::protocol::limits::FRAMES_PER_MESSAGE;
use document::protocol::poll::{self, Up};
use document::protocol::{
    CLIENT_IDS, Frame, FrameError, Hello, Key, Limits, Mark, Nack, NackCode, Resume, SyncMessage, Welcome,
    WireError,
};
use model::Role;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use yrs::StateVector;
use yrs::sync::{Message, SyncMessage as YrsSync};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..200)
}

fn mark() -> impl Strategy<Value = Mark> {
    any::<(u64, [u8; 8])>().prop_map(|(seq, mark)| Mark { seq, mark })
}

fn hello() -> impl Strategy<Value = Hello> {
    let who = (any::<u32>(), any::<String>(), any::<u32>(), any::<String>());
    let doc = (0..CLIENT_IDS, any::<Option<u64>>(), any::<Option<[u8; 16]>>(), option::of(mark()));
    (who, doc).prop_map(|((proto, app, schema, key), (client_id, epoch, resume, since))| Hello {
        proto,
        app,
        schema,
        key: Key(key),
        client_id,
        epoch,
        resume: resume.map(Resume),
        since,
    })
}

fn limits() -> impl Strategy<Value = Limits> {
    any::<(u64, u64, u64, u32, u32)>().prop_map(
        |(message_bytes, project_bytes, presence_bytes, pushes_per_second, presence_per_second)| Limits {
            message_bytes,
            project_bytes,
            presence_bytes,
            pushes_per_second,
            presence_per_second,
        },
    )
}

fn welcome() -> impl Strategy<Value = Welcome> {
    let session = (any::<u64>(), any::<[u8; 16]>(), prop::sample::select(&Role::ALL[..]), 0..CLIENT_IDS);
    let state = (any::<u64>(), mark(), bytes());
    (session, state, limits(), any::<(u64, u64)>()).prop_map(
        |((session, resume, role, client_id), (epoch, head, state_vector), limits, times)| Welcome {
            session,
            resume: Resume(resume),
            role,
            client_id,
            epoch,
            head,
            state_vector,
            server_time_ms: times.0,
            limits,
            heartbeat_ms: times.1,
        },
    )
}

fn nack() -> impl Strategy<Value = Nack> {
    let codes: Vec<NackCode> = NackCode::all().collect();
    (any::<u64>(), prop::sample::select(codes), any::<bool>(), option::of(bytes()))
        .prop_map(|(push_id, code, retryable, state_vector)| Nack { push_id, code, retryable, state_vector })
}

fn frame() -> impl Strategy<Value = Frame> {
    prop_oneof![
        bytes().prop_map(|bytes| Frame::Sync(SyncMessage::Step1(bytes))),
        bytes().prop_map(|bytes| Frame::Sync(SyncMessage::Step2(bytes))),
        bytes().prop_map(|bytes| Frame::Sync(SyncMessage::Update(bytes))),
        bytes().prop_map(Frame::Awareness),
        any::<String>().prop_map(Frame::Denied),
        Just(Frame::QueryAwareness),
        hello().prop_map(Frame::Hello),
        welcome().prop_map(Frame::Welcome),
        (any::<u64>(), bytes()).prop_map(|(push_id, update)| Frame::Push { push_id, update }),
        any::<(u64, u64)>().prop_map(|(push_id, seq)| Frame::Ack { push_id, seq }),
        nack().prop_map(Frame::Nack),
        (any::<u64>(), bytes()).prop_map(|(seq, update)| Frame::Update { seq, update }),
        any::<(u64, String)>().prop_map(|(push_id, json)| Frame::Contribute { push_id, json }),
        any::<u64>().prop_map(Frame::Ping),
        any::<u64>().prop_map(Frame::Pong),
        any::<String>().prop_map(Frame::Workshop),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    (0..CLIENT_IDS, any::<u32>(), option::of("\\{\"name\":\"[a-z ]{0,20}\"\\}"))
        .prop_map(|(client_id, clock, state)| Entry { client_id, clock, state })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn r2_a_frame_comes_back_as_it_was(frame in frame()) {
        let bytes = frame.encode();
        prop_assert_eq!(Frame::decode(&bytes), Ok(frame.clone()));
        for end in 0..bytes.len() {
            prop_assert!(Frame::decode(&bytes[..end]).is_err(), "cut at {}", end);
        }
        let longer = [bytes.as_slice(), &[3]].concat();
        prop_assert_eq!(Frame::decode(&longer), Err(FrameError::Trailing(1)));
        prop_assert_eq!(Frame::decode_all(&longer), Ok(vec![frame, Frame::QueryAwareness]));
    }

    #[test]
    fn r2_frames_in_one_message_stay_apart(frames in vec(frame(), 0..6), counter in any::<u64>()) {
        let mut message = Vec::new();
        frames.iter().for_each(|frame| frame.encode_into(&mut message));
        prop_assert_eq!(Frame::decode_all(&message), Ok(frames.clone()));
        let up = Up { counter, frames };
        prop_assert_eq!(Up::decode(&up.encode()), Ok(up));
    }

    #[test]
    fn r15_numbered_frames_come_down_as_they_were(numbered in vec((any::<u64>(), bytes()), 0..6)) {
        let body = poll::encode_down(numbered.iter().map(|(number, frame)| (*number, frame.as_slice())));
        let down = poll::decode_down(&body).unwrap();
        prop_assert_eq!(down.into_iter().map(|down| (down.number, down.frame)).collect::<Vec<_>>(), numbered);
    }

    #[test]
    fn r12_damaged_frames_are_at_most_refused(frame in frame(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = frame.encode();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(frame) = Frame::decode(&bytes) {
            // a code that is newer than us is read as Unknown, and so not written back
            let newer = matches!(&frame, Frame::Nack(nack) if nack.code == NackCode::Unknown);
            prop_assert!(newer || frame.encode() == bytes, "one frame has one form");
        }
    }

    #[test]
    fn r12_random_bytes_are_at_most_refused(bytes in vec(prop_oneof![0u8..80, any::<u8>()], 0..60)) {
        Frame::decode_all(&bytes).ok();
        poll::decode_down(&bytes).ok();
        Up::decode(&bytes).ok();
        awareness::decode(&bytes).ok();
    }

    #[test]
    fn r2_presence_is_read_by_yrs_as_by_us(entries in vec(entry(), 0..6)) {
        let bytes = awareness::encode(&entries);
        prop_assert_eq!(awareness::decode(&bytes), Ok(entries.clone()));
        let theirs = yrs::sync::AwarenessUpdate::decode_v1(&bytes).unwrap();
        for entry in &entries {
            let found = &theirs.clients[&yrs::ClientID::new(entry.client_id)];
            let last = entries.iter().rfind(|other| other.client_id == entry.client_id).unwrap();
            prop_assert_eq!(found.clock, last.clock);
            prop_assert_eq!(found.json.as_ref(), last.state.as_deref().unwrap_or("null"));
        }
    }
}

#[test]
fn r2_frames_of_y_protocols_are_those_of_yrs() {
    let state_vector = StateVector::from_iter([(yrs::ClientID::new(7), 3), (yrs::ClientID::new(1 << 40), 9)]);
    let table = [
        (
            Message::Sync(YrsSync::SyncStep1(state_vector.clone())),
            Frame::Sync(SyncMessage::Step1(state_vector.encode_v1())),
        ),
        (Message::Sync(YrsSync::SyncStep2(vec![0, 0])), Frame::Sync(SyncMessage::Step2(vec![0, 0]))),
        (Message::Sync(YrsSync::Update(vec![1, 2, 3])), Frame::Sync(SyncMessage::Update(vec![1, 2, 3]))),
        (Message::Auth(Some("read only".into())), Frame::Denied("read only".into())),
        (Message::AwarenessQuery, Frame::QueryAwareness),
    ];
    for (theirs, ours) in table {
        assert_eq!(theirs.encode_v1(), ours.encode());
    }
}

#[test]
fn r12_what_no_frame_may_be_is_refused() {
    let long = [1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1];
    let table: [(&[u8], FrameError); 10] = [
        (&[], WireError::End.into()),
        (&[4], FrameError::UnknownTag(4)),
        (&[66], FrameError::UnknownTag(66)),
        (&[0, 3, 0], FrameError::UnknownKind(3)),
        (&[2, 1, 0], FrameError::UnknownKind(1)),
        (&[0x80, 0], WireError::Number.into()),
        (&long, WireError::End.into()),
        (&[76, 1, 0xff], WireError::Text.into()),
        (&[69, 1, 0, 2], WireError::Choice.into()),
        (&[3, 3], FrameError::Trailing(1)),
    ];
    for (bytes, error) in table {
        assert_eq!(Frame::decode(bytes), Err(error), "{bytes:?}");
    }
}

#[test]
fn r12_a_message_holds_a_bounded_number_of_parts() {
    assert_eq!(Frame::decode_all(&vec![3; FRAMES_PER_MESSAGE]).unwrap().len(), FRAMES_PER_MESSAGE);
    assert_eq!(Frame::decode_all(&vec![3; FRAMES_PER_MESSAGE + 1]), Err(FrameError::TooMany));
    assert_eq!(poll::decode_down(&vec![0; 2 * FRAMES_PER_MESSAGE + 2]), Err(FrameError::TooMany));
    assert_eq!(awareness::decode(&[0xff, 0xff, 0xff, 0xff, 0x0f]), Err(FrameError::TooMany));
    assert_eq!(awareness::decode(&[0, 0]), Err(FrameError::Trailing(1)));
}

#[test]
fn r17_no_debug_text_holds_a_key() {
    let key = Key("secret-of-the-link".into());
    let resume = Resume([0x73; 16]);
    let shown = format!("{key:?} {resume:?}");
    assert!(!shown.contains("secret") && !shown.contains("115") && !shown.contains("73"), "{shown}");
}
