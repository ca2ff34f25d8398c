from game.client.rehearsal import settled
from game.rules.orders import Campaign
from tests.support.rehearsals import lively, model_of, polled, rehearsed


async def test_a_turn_that_was_played_becomes_a_story_and_a_clean_slate() -> None:
    link, client = await rehearsed(rival=lively)
    model = model_of(client)
    leader = model.planning.leaders()[0]
    model.planning.give(Campaign(leader, model.public.leaders[leader]))
    assert model.courier.due
    await model.courier.deliver()
    assert client.copy is not None
    assert client.copy.slate == model.planning.slate
    model.courier.ready = True
    await model.courier.deliver()
    await polled(model)
    assert model.public.turn == 2
    assert model.planning.slate == ()
    assert not model.courier.ready
    assert len(model.stories) == 1
    assert link.board.seats == len(model.ready)
    await client.__aexit__(None, None, None)


async def test_ready_can_be_taken_back_while_others_plan() -> None:
    link, client = await rehearsed()
    link.waits = True
    model = model_of(client)
    model.courier.ready = True
    await model.courier.deliver()
    await polled(model)
    assert model.is_waiting()
    assert model.is_ready()
    model.courier.ready = False
    await model.courier.deliver()
    await polled(model)
    assert not model.is_ready()
    assert model.public.turn == 1
    await client.__aexit__(None, None, None)


async def test_a_lost_connection_keeps_the_slate() -> None:
    link, client = await rehearsed()
    model = model_of(client)
    leader = model.planning.leaders()[0]
    model.planning.give(Campaign(leader, model.public.leaders[leader]))
    link.drop(4.0)
    await settled()
    model.poll(10.0)
    assert model.lost is not None
    assert model.lost.retry_at == 14.0
    assert len(model.planning.slate) == 1
    await client.__aexit__(None, None, None)


async def test_a_snapshot_of_the_same_turn_keeps_the_slate_in_work() -> None:
    link, client = await rehearsed()
    model = model_of(client)
    leader = model.planning.leaders()[0]
    order = Campaign(leader, model.public.leaders[leader])
    model.planning.give(order)
    link.begin_again()
    await polled(model)
    assert model.planning.slate == (order,)
    await client.__aexit__(None, None, None)


async def test_poll_says_when_something_looks_different() -> None:
    _, client = await rehearsed()
    model = model_of(client)
    await polled(model, 8)
    assert not model.poll(0.0)
    model.planning.step_leader(1)
    assert model.poll(0.0)
    await client.__aexit__(None, None, None)
