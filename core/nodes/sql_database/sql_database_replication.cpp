#include "core/data/changeset.h"
#include "core/nodes/sql_database/gauges.h"
#include "core/nodes/sql_database/sql_database.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

bool SqlDatabase::isReplica() {
    return port("primary").isConnected();
}

void SqlDatabase::meetPrimary() {
    hasPrimary_ = true;
    showBehind();
    if (!isFollowing_) {
        isFollowing_ = true;
        simulation().spawn(follow());
    }
}

/// Without its primary it is a database of its own, with what it has by then.
void SqlDatabase::linkLeaves(const Port& port, LinkId /*link*/) {
    if (port.name() == "primary") {
        hasPrimary_ = false;
    }
}

void SqlDatabase::linksChanged() {
    if (isReplica() && !hasPrimary_ && isRunning()) {
        meetPrimary();
        askForCopy();
    }
}

/// What a replica says to a command that it cannot take, in the words of its flavour.
std::string SqlDatabase::whyNot(const SqlCommand& command) {
    if (!isReplica()) {
        return {};
    }
    const SqlFlavour flavour = parseFlavour(values().text("flavour"));
    if (!hasImage_) {
        return flavour == SqlFlavour::mysql ? "ERROR 2003 (HY000): Can't connect to MySQL server"
                                            : "FATAL: the database system is starting up";
    }
    if (command.step != SqlCommand::Step::statement || database_.isReadOnly(command.sql)) {
        return {};
    }
    switch (flavour) {
    case SqlFlavour::postgresql:
        return fmt::format("ERROR: cannot execute {} in a read-only transaction",
                           command.sql.substr(0, command.sql.find(' ')));
    case SqlFlavour::mysql:
        return "ERROR 1290 (HY000): The MySQL server is running with the --read-only option so it "
               "cannot execute this statement";
    default:
        return "attempt to write a readonly database";
    }
}

/// What no changeset holds, such as a new table, goes as a new copy of everything.
void SqlDatabase::tellReplicas(const Work& work, const QueryResult& result) {
    if (!port("replicas").isConnected()) {
        return;
    }
    Message message;
    message.request = work.request;
    message.span = work.span;
    message.payload =
        Replication{result.changeset, result.changeset.empty() ? database_.image() : std::string(),
                    now(), ++told_};
    port("replicas").sendToAll(message);
}

void SqlDatabase::sendCopy(LinkId link) {
    Message message;
    message.payload = Replication{{}, database_.image(), now(), told_};
    port("replicas").sendOver(link, std::move(message));
}

/// What it had not done yet is no longer of use.
void SqlDatabase::askForCopy() {
    hasImage_ = false;
    awaitsCopy_ = true;
    log_.clear();
    showBehind();
    Message message;
    message.payload = Replication{.committedAt = now(), .isQuestion = true};
    port("primary").send(std::move(message));
}

/// A change whose number does not follow the last one's tells that some were lost on the way.
void SqlDatabase::takeLog(Message message) {
    const auto& told = std::get<Replication>(message.payload);
    const bool isCopy = !told.image.empty();
    if (!isCopy && awaitsCopy_) {
        return; // the copy has it
    }
    if (!isCopy && told.number != told_ + 1) {
        record(message.request, message.span,
               CheckFailed{.check = text("replication"),
                           .reason = text(fmt::format("gap\n{}", told.number - told_ - 1)),
                           .status = 0});
        askForCopy();
        return;
    }
    awaitsCopy_ = false;
    told_ = told.number;
    log_.push(std::move(message));
    showBehind();
}

Process SqlDatabase::follow() {
    for (;;) {
        Message message = co_await log_.receive();
        if (hasImage_) {
            co_await busyFor(values().duration("replay_delay"));
        }
        bool isStuck = false;
        const std::uint32_t since = life();
        while (since == life() && !followOne(message, isStuck)) {
            isStuck = true; // it waits for room, as MySQL does
            co_await simulation().delay(SimTime::seconds(1));
        }
        showBehind();
    }
}

/// False when it has no room for the change; `isAgain`: and has said so.
bool SqlDatabase::followOne(const Message& message, bool isAgain) {
    const auto& told = std::get<Replication>(message.payload);
    if (!told.image.empty()) {
        followedTo_ = told.committedAt;
        hasImage_ = database_.load(told.image).has_value();
        setGauge(kRowsGauge, database_.rowCount("users"));
        showDisk();
        return true;
    }
    if (const auto done = transactions_->follow(told.changes); !done) {
        if (!isAgain) {
            record(message.request, message.span,
                   CheckFailed{.check = text("replication"),
                               .reason = text("stuck\n" + done.error().args.front()),
                               .status = 0});
        }
        return false;
    }
    followedTo_ = told.committedAt;
    showDisk();
    if (recorder().keeps(message.request)) {
        const auto names = changedRowNames(told.changes, 16);
        record(message.request, message.span,
               RowsChanged{.changeset = text(told.changes),
                           .rows = text(fmt::format("{}", fmt::join(names, "\n")))});
    }
    return true;
}

void SqlDatabase::showDisk() {
    if (const std::int64_t most = values().integer("disk_pages"); most > 0) {
        setGauge(kDiskGauge, database_.pages(), most);
    }
}

void SqlDatabase::showBehind() const {
    setGauge(kBehindGauge, static_cast<std::int64_t>(log_.size()));
}

} // namespace roundtrip
