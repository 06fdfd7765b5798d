//! One connection's part in a project, the same whether a WebSocket or long-polling carries it.

use std::sync::{Arc, atomic::Ordering::Relaxed};

use document::protocol::{Close, Frame, Hello, Key, Nack, NackCode, limits};
use model::role::Action;

use crate::{
    Relay,
    access::AccessError,
    bucket::Bucket,
    contribution::{self, Refusal, Sender, Wish},
    id::ProjectId,
    lobby::Place,
    metrics::{Connected, Metrics, Transport},
    queue::Queue,
    room::{Claim, Entrance},
};

/// Refusals a second, and at once, after which a page that does not slow down is closed.
const PATIENCE_PER_SECOND: u32 = 20;
const PATIENCE: u32 = 1_000;
/// Answers to a plain client's step 1 are whole projects: one a second, some at once at the start.
const SYNC_PER_SECOND: u32 = 1;
const SYNC_BURST: u32 = 5;

/// A session. Dropping it leaves the room.
pub struct Session {
    place: Place,
    project: ProjectId,
    key: Key,
    queue: Arc<Queue>,
    transport: Transport,
    pushes: Bucket,
    presence: Bucket,
    synchronising: Bucket,
    patience: Bucket,
    metrics: Arc<Metrics>,
    _connected: Connected,
}

/// What somebody shows to come in.
pub struct Credentials {
    /// The project they want.
    pub project: ProjectId,
    /// The key of their address.
    pub key: Key,
    /// What their page says of itself; nothing from a plain Yjs client.
    pub claim: Option<Claim>,
    /// What carries them.
    pub transport: Transport,
}

impl Credentials {
    /// What a Hello shows. A page that speaks other frames is refused here.
    pub fn from_hello(project: ProjectId, hello: Hello, transport: Transport) -> Result<Credentials, Close> {
        if hello.proto != limits::PROTOCOL {
            return Err(Close::ProtocolUnknown);
        }
        let Hello { key, client_id, epoch, resume, since, schema, .. } = hello;
        Ok(Credentials {
            project,
            key,
            claim: Some(Claim { client_id, epoch, resume, since, schema }),
            transport,
        })
    }
}

impl Session {
    /// Checks the key and takes a place in the room.
    pub async fn begin(relay: &Relay, credentials: Credentials) -> Result<Session, Close> {
        let Credentials { project, key, claim, transport } = credentials;
        let grant = relay.access.grant(&project, &key).await.map_err(close)?;
        let queue = Arc::new(Queue::default());
        let entrance = Entrance { grant: grant.clone(), hello: claim, queue: queue.clone() };
        let place = relay.lobby.enter(&project, entrance).await?;
        // asked again now that the room would tell us: what changed in between was told to nobody
        if relay.access.grant(&project, &key).await.map_err(close)? != grant {
            return Err(Close::RoleChanged);
        }
        Ok(Session {
            place,
            project,
            key,
            queue,
            transport,
            pushes: Bucket::new(relay.config.limits.pushes_per_second, limits::PUSH_BURST),
            presence: Bucket::new(relay.config.limits.presence_per_second, limits::PUSH_BURST),
            synchronising: Bucket::new(SYNC_PER_SECOND, SYNC_BURST),
            patience: Bucket::new(PATIENCE_PER_SECOND, PATIENCE),
            metrics: relay.metrics.clone(),
            _connected: relay.metrics.connected(grant.role, transport),
        })
    }

    /// What is to be sent.
    pub fn queue(&self) -> &Arc<Queue> {
        &self.queue
    }

    /// What carries it.
    pub fn transport(&self) -> Transport {
        self.transport
    }

    /// Takes a frame that has come in. An error ends the session.
    pub async fn receive(&mut self, relay: &Relay, frame: Frame) -> Result<(), Close> {
        let (bucket, push_id) = match &frame {
            Frame::Push { push_id, .. } | Frame::Contribute { push_id, .. } => (&mut self.pushes, *push_id),
            Frame::Sync(document::protocol::SyncMessage::Step1(_)) => (&mut self.synchronising, 0),
            Frame::Sync(_) => (&mut self.pushes, 0),
            _ => (&mut self.presence, 0),
        };
        if !permitted(bucket, self.transport).await {
            return self.refuse(push_id);
        }
        match frame {
            Frame::Contribute { push_id, json } if self.transport != Transport::Yjs => {
                self.contribute(relay, (push_id, &json)).await;
            }
            // a room that has ended has closed the queue, which says why
            frame => drop(self.place.send(frame).await),
        }
        Ok(())
    }

    /// Answers once the contribution is durable. The key is looked at again: the room, which would know of a change,
    /// is not asked who sends it.
    async fn contribute(&self, relay: &Relay, (push_id, json): (u64, &str)) {
        let answer = match self.contributed(relay, json).await {
            Ok(seq) => Frame::Ack { push_id, seq },
            Err(code) => {
                self.metrics.nack(code);
                Frame::Nack(Nack::new(push_id, code))
            }
        };
        if self.queue.offer(answer.encode().into()) {
            self.metrics.overflows.fetch_add(1, Relaxed);
        }
    }

    async fn contributed(&self, relay: &Relay, json: &str) -> Result<u64, NackCode> {
        let (project, key) = (&self.project, &self.key);
        let grant = relay.access.grant(project, key).await.map_err(|_| NackCode::ReadOnly)?;
        if !grant.role.may(Action::Contribute) {
            return Err(NackCode::ReadOnly);
        }
        let wish: Wish = serde_json::from_str(json).map_err(|_| NackCode::InvalidUpdate)?;
        let sound = wish.check().map_err(|faults| Refusal::Fault(faults[0]).nack())?;
        let sender = Sender { project, link: &grant.link, secret: None };
        let receipt = contribution::send(relay, sender, sound).await.map_err(|error| error.nack())?;
        Ok(receipt.seq)
    }

    /// Takes a message that carries no frame. It counts as one all the same: a ping is answered without our doing.
    pub async fn receive_sign_of_life(&mut self) -> Result<(), Close> {
        if permitted(&mut self.presence, self.transport).await { Ok(()) } else { self.refuse(0) }
    }

    fn refuse(&mut self, push_id: u64) -> Result<(), Close> {
        self.patience.take().map_err(|_| Close::RateLimited)?;
        self.metrics.nack(NackCode::RateLimited);
        let nack = Frame::Nack(Nack::new(push_id, NackCode::RateLimited));
        if self.queue.offer(nack.encode().into()) {
            self.metrics.overflows.fetch_add(1, Relaxed);
        }
        Ok(())
    }
}

/// Whether there is a permit. A plain client has no way to send again what was refused, so it is slowed down instead.
async fn permitted(bucket: &mut Bucket, transport: Transport) -> bool {
    while let Err(wait) = bucket.take() {
        if transport != Transport::Yjs {
            return false;
        }
        tokio::time::sleep(wait).await;
    }
    true
}

fn close(error: AccessError) -> Close {
    match error {
        AccessError::NoSuchProject => Close::NoSuchProject,
        AccessError::WrongKey | AccessError::Expired => Close::Unauthenticated,
        AccessError::Revoked => Close::Revoked,
        AccessError::Storage(error) => {
            tracing::error!(%error, "checking a key");
            Close::StoreUnavailable
        }
    }
}
