// A complete bot for Neo-Sanctum in one file, for Node 20 or newer. It needs `npm install` beside it (ws and
// @msgpack/msgpack) and nothing of the game.
//
//     node bot.mjs ws://127.0.0.1:24145 --create sra:you,occ:open,ca:greedy
//     node bot.mjs ws://127.0.0.1:24145 --join K7PQXM
//
// It sits down, plays a whole match by a simple rule of its own, and comes back to its seat when the connection
// drops, or when the server's disk failed and works again.

import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { decode, encode } from "@msgpack/msgpack";
import WebSocket from "ws";

const SUBPROTOCOL = "neo-sanctum.1";
// Of the protocol: a server of another version says so and hangs up.
const VERSION = 4;
// How often, and after how many milliseconds, it tries to get back to a server that is gone.
const TRIES = 30;
const PAUSE = 1000;
// Milliseconds before each time it asks whether a room is back that the server's disk did not take.
const WAITS = [1000, 2000, 4000, 8000, ...Array(7).fill(15000)];
// What it is told while that room is away.
const AWAY = ["storage", "unknown_room", "not_seated"];

class GiveUp extends Error {} // the match cannot be played on
class Dropped extends Error {} // the connection is gone

// The server did not do what it was asked; `refusals` say why, and how to mend it.
class Declined extends Error {
  constructor(refusals) {
    super(refusals.map(([code, , , , text, mend]) => `${code}: ${text} ${mend}`).join("; "));
    this.refusals = refusals;
  }

  // Whether the room is not there for now.
  get isAway() {
    return AWAY.includes(this.refusals[0][0]);
  }
}

// --- the connection ------------------------------------------------------------------------------------

// Commands and their answers, over as many connections as it takes. What else is said waits in `heard`.
class Line {
  heard = [];
  seat = null; // the room and the token that brings us back to our seat
  number = 0; // of the last update that was applied
  #url;
  #key = randomBytes(16).toString("hex"); // kept while we run, so that no command is done twice
  #lastId = 0;
  #socket = null;
  #frames = [];
  #arrived = () => {};

  constructor(url) {
    this.#url = url;
  }

  // Connect and say hello; returns the welcome.
  async comeIn() {
    this.#socket?.terminate();
    this.#frames = [];
    const options = { perMessageDeflate: false, maxPayload: 2 ** 22 };
    const socket = new WebSocket(this.#url, [SUBPROTOCOL], options);
    this.#socket = socket;
    socket.on("message", (frame) => this.#take(socket, frame));
    socket.on("error", () => this.#take(socket, null));
    socket.on("close", () => this.#take(socket, null));
    await new Promise((opened) => socket.once("open", opened).once("close", opened));
    this.#send({ t: "hello", version: VERSION, build: "example bot", key: this.#key });
    const welcome = await this.#read();
    if (welcome.t !== "welcome") throw new GiveUp(`the server does not take us: ${JSON.stringify(welcome)}`);
    return welcome;
  }

  // Do this; returns the answer. After a drop the same command is sent again, under the same id.
  async ask(act) {
    const command = { t: "do", id: ++this.#lastId, act };
    for (;;) {
      try {
        return await this.#settled(command);
      } catch (error) {
        if (!(error instanceof Dropped)) throw error;
        await this.#comeBack();
      }
    }
  }

  // The next thing that the server says unasked.
  async next() {
    while (this.heard.length === 0) {
      try {
        this.heard.push(await this.#read());
      } catch (error) {
        if (!(error instanceof Dropped)) throw error;
        await this.#comeBack();
      }
    }
    return this.heard.shift();
  }

  // Get a snapshot of the match, when our own copy cannot be right.
  async resume() {
    this.seated(await this.ask(this.#resume()));
  }

  // The server's disk failed, and it let our room go: ask for our seat until it is back.
  async waitForRoom() {
    for (const milliseconds of WAITS) {
      await pause(milliseconds);
      try {
        await this.resume();
        console.log("our room is back");
        return;
      } catch (error) {
        if (!error.isAway) throw error;
        console.log("our room is not back yet");
      }
    }
    throw new GiveUp("our room is gone");
  }

  // Remember the newest token.
  seated(answer) {
    this.seat = [answer.room.id, answer.token];
  }

  close() {
    this.#socket?.close();
  }

  async #comeBack() {
    for (let tries = 0; tries < TRIES; tries++) {
      await pause(PAUSE);
      try {
        await this.comeIn();
        if (this.seat !== null) {
          this.seated(await this.#settled({ t: "do", id: ++this.#lastId, act: this.#resume() }));
          console.log("back in our seat");
        }
        return;
      } catch (error) {
        if (!(error instanceof Dropped || error.isAway)) throw error;
        console.log("not back yet");
      }
    }
    throw new GiveUp("the server is gone");
  }

  #resume() {
    if (this.seat === null) throw new GiveUp("no seat to come back to");
    const [room, token] = this.seat;
    return { t: "resume", room, token, number: this.number };
  }

  async #settled(command) {
    this.#send(command);
    for (;;) {
      const message = await this.#read();
      if (message.re !== command.id) this.heard.push(message);
      else if (message.t === "declined") throw new Declined(message.refusals);
      else return message;
    }
  }

  #send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) throw new Dropped();
    this.#socket.send(encode(message));
  }

  async #read() {
    while (this.#frames.length === 0) await new Promise((arrived) => (this.#arrived = arrived));
    const frame = this.#frames.shift();
    if (frame === null) throw new Dropped();
    return decode(frame);
  }

  // A frame, or null where there will be none any more; of an older connection nothing counts.
  #take(socket, frame) {
    if (socket !== this.#socket) return;
    this.#frames.push(frame);
    this.#arrived();
  }
}

// --- the match -----------------------------------------------------------------------------------------

// A view after a patch: a map goes on inside, an array holds one new array, anything else is new itself.
function patched(old, patch) {
  const parts = [...old];
  for (const [place, change] of Object.entries(patch)) {
    if (Array.isArray(change)) parts[place] = change[0];
    else if (change !== null && typeof change === "object") parts[place] = patched(parts[place], change);
    else parts[place] = change;
  }
  return parts;
}

// Our copy of the match. Arrays are read by place; docs/protocol.md says what stands where.
class Match {
  constructor(begin) {
    const [ruleset, city, seating] = begin.match;
    this.seat = begin.seat;
    this.view = begin.view;
    this.links = city[2].map((district) => district[10]);
    this.people = city[2].map((district) => district[2]);
    // Our leaders, by their places in the view: seat by seat, those who join late behind the others.
    this.leaders = [];
    let place = 0;
    seating.forEach(([faction], seat) => {
      const rule = ruleset.factions[faction];
      for (let count = rule.leaders.length + rule.late_leaders.length; count > 0; count--, place++)
        if (seat === this.seat) this.leaders.push(place);
    });
  }

  // What everybody sees.
  get public() {
    return this.view[1];
  }

  // The turn being planned.
  get turn() {
    return this.public[0];
  }

  // How it ended, with everybody's place; null while it goes on.
  get outcome() {
    return this.public[11];
  }

  // Apply an update; false if the city is then another one than the server's.
  update(message) {
    this.view = patched(this.view, message.patch);
    const proof = createHash("sha256").update(encode(this.public)).digest();
    return proof.equals(message.public_hash);
  }

  // Our rule: each leader does what is most needed where it stands or next door, nothing twice.
  orders() {
    const taken = new Set();
    const slate = [];
    for (const leader of this.leaders) {
      const here = this.public[3][leader];
      if (here < 0) continue; // not here yet
      const [, verb, place] = [here, ...this.links[here]]
        .flatMap((place) => this.#wishes(place))
        .filter(([, verb, place]) => !taken.has(`${verb} ${place}`))
        .reduce((best, wish) => (wish[0] > best[0] ? wish : best));
      taken.add(`${verb} ${place}`);
      slate.push([verb, leader, place]);
    }
    return slate;
  }

  // What could be done in a district, and how much it matters to us.
  #wishes(place) {
    const [need, , unrest, support] = this.public[1][place];
    const undecided = 1000 - support.reduce((sum, held) => sum + held, 0);
    return [
      [need * 8, "care", place],
      [unrest * 100, "forum", place],
      [(undecided * this.people[place]) / 10, "campaign", place],
    ];
  }
}

// --- playing -------------------------------------------------------------------------------------------

// Sits in one seat, from the lobby to the end of the match.
class Bot {
  #line;
  #name;
  #match = null;
  #done = 0; // the last turn we said ready in

  constructor(line, name) {
    this.#line = line;
    this.#name = name;
  }

  // Make a room on the first map that has enough starts, and tell its code.
  async create(welcome, text) {
    const seats = text.split(",").map((seat) => seat.split(":"));
    const [map] = welcome.maps.find(([, , starts]) => starts >= seats.length);
    const length = welcome.lengths[0];
    const act = { t: "create", player: this.#name, name: "Bots", map, seats, length };
    const seated = await this.#line.ask(act);
    this.#line.seated(seated);
    console.log(`room ${seated.room.code}`);
  }

  // Sit down in a room, named by its code, and be ready.
  async join(room) {
    this.#line.seated(await this.#line.ask({ t: "join", player: this.#name, room }));
    await this.#line.ask({ t: "lobby_ready", room: this.#room, ready: true });
  }

  // Give orders every turn until the match is over.
  async play() {
    for (;;) {
      const match = this.#match;
      if (match?.outcome) {
        const [ending, places] = match.outcome;
        console.log(`over: ${ending}, places [${places.join(", ")}], we sat in seat ${match.seat}`);
        return;
      }
      if (match !== null && match.turn > this.#done) await this.#giveOrders(match);
      else await this.#hear(await this.#line.next());
    }
  }

  get #room() {
    return this.#line.seat[0];
  }

  async #hear(message) {
    if (message.t === "room") {
      await this.#startIfAllAreReady(message.room);
    } else if (message.t === "begin") {
      this.#match = new Match(message);
      this.#line.number = message.number;
    } else if (message.t === "update" && this.#match !== null && message.number > this.#line.number) {
      await this.#update(this.#match, message);
    } else if (message.t === "room_closed" && message.reason[0] === "storage") {
      await this.#line.waitForRoom();
    } else if (message.t === "room_closed" || message.t === "taken_over") {
      throw new GiveUp(`our seat is gone: ${JSON.stringify(message)}`);
    } // else chat, clocks, others' readiness, and whatever later servers say
  }

  async #update(match, message) {
    if (message.number !== this.#line.number + 1) {
      console.log("an update is missing");
      await this.#line.resume();
    } else if (!match.update(message)) {
      console.log("our city is another one than the server's");
      await this.#line.resume();
    } else {
      this.#line.number = message.number;
    }
  }

  async #startIfAllAreReady(room) {
    const others = room.seats.filter(([, player], n) => n !== room.owner && player === "person");
    const isFull = room.seats.every(([, player]) => player !== "open");
    const isOurs = room.seats[room.owner][2] === this.#name;
    if (!isOurs || room.phase !== "lobby" || !isFull || !others.every((chair) => chair[4])) return;
    try {
      await this.#line.ask({ t: "start", room: room.id });
    } catch (error) {
      if (!error.isAway) throw error; // we hear of the room again when it is back
    }
  }

  async #giveOrders(match) {
    const turn = match.turn;
    let slate = match.orders();
    try {
      for (;;) {
        const better = await this.#saved(turn, slate);
        if (better === null) break;
        slate = better;
        console.log(`turn ${turn}: now with ${slate.length} orders`);
      }
      await this.#line.ask({ t: "ready", room: this.#room, turn, ready: true });
    } catch (error) {
      if (!(error instanceof Declined)) throw error;
      console.log(`turn ${turn}: ${error.message}`); // it closed while we were away; the next one comes
      if (error.isAway) {
        this.#match = null; // until the snapshot that comes with our seat
        return;
      }
    }
    this.#done = turn;
  }

  // Save the slate; null if it is taken, else what is left of it when that which is wrong is left out.
  async #saved(turn, slate) {
    try {
      await this.#line.ask({ t: "save", room: this.#room, turn, orders: slate });
      return null;
    } catch (error) {
      if (!(error instanceof Declined)) throw error;
      const closed = error.refusals.some(([code]) => code === "late" || code === "ended");
      if (closed || error.isAway || slate.length === 0) throw error;
      const wrong = new Set(error.refusals.map((refusal) => refusal[2]).filter((order) => order >= 0));
      // A refusal of the whole slate, such as a purse that is too small: one order less.
      return wrong.size > 0 ? slate.filter((_, n) => !wrong.has(n)) : slate.slice(0, -1);
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { create: { type: "string" }, join: { type: "string" }, name: { type: "string" } },
});
const line = new Line(positionals[0]);
const bot = new Bot(line, values.name ?? `Bot ${Math.floor(Math.random() * 1000)}`);
try {
  const welcome = await line.comeIn();
  if (values.create) await bot.create(welcome, values.create);
  else await bot.join(values.join);
  await bot.play();
} catch (error) {
  console.error(error instanceof Dropped ? "the server is not there" : error.message);
  process.exitCode = 1;
} finally {
  line.close();
}
