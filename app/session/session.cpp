#include "app/session/session.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace roundtrip {

Session::Session(Scene scene, QObject* parent)
    : QObject(parent), begun_(std::move(scene)), looks_(begun_), scene_(begun_),
      worker_(new QObject), history_(std::make_unique<History>(begun_, begun_.seed)) {
    take(reportOf(*history_));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("simulation"));
    thread_.start();
}

Session::~Session() {
    isCancelled_ = true;
    thread_.quit();
    thread_.wait();
}

void Session::enqueue(Work work) {
    ++pending_;
    isCancelled_ = false;
    QMetaObject::invokeMethod(
        worker_, [this, work = std::move(work), number = sceneNumber_.load()] {
            QElapsedTimer clock;
            clock.start();
            constexpr qint64 kQuiet = 200; // milliseconds without a word
            const Progress progress = [this, number, &clock](double share) {
                if (clock.elapsed() > kQuiet) {
                    QMetaObject::invokeMethod(this, [this, number, share] {
                        if (number == sceneNumber_) {
                            emit progressed(share);
                        }
                    });
                }
                return !isCancelled_ && number == sceneNumber_;
            };
            const auto done = work(*history_, progress);
            QMetaObject::invokeMethod(this, [this, number, done, report = reportOf(*history_)] {
                --pending_;
                if (number == sceneNumber_) {
                    take(report);
                    emit traceChanged();
                    if (!done) {
                        emit failed(done.error());
                    }
                }
                if (pending_ == 0) {
                    emit rested();
                }
            });
        });
}

void Session::apply(QList<Command> commands, std::size_t seen) {
    enqueue([commands = std::move(commands), seen](History& history, const Progress& progress) {
        return history.apply({commands.begin(), commands.end()}, progress, seen);
    });
}

void Session::advanceTo(SimTime time) {
    enqueue([time](History& history, const Progress& progress) {
        return history.advanceTo(time, progress);
    });
}

void Session::goOn() {
    enqueue([](History& history, const Progress& progress) { return history.goOn(progress); });
}

void Session::switchTo(int branch) {
    enqueue([branch](History& history, const Progress&) -> tl::expected<void, Error> {
        history.switchTo(branch);
        return {};
    });
}

void Session::restart() {
    enqueue([](History& history, const Progress&) -> tl::expected<void, Error> {
        history.reset();
        return {};
    });
    waitUntilIdle();
}

void Session::begin(Scene scene) {
    ++sceneNumber_;
    begun_ = scene;
    looks_ = scene;
    scene_ = scene;
    expected_.reset();
    take({.trace = std::make_shared<Trace>(), .roster = std::make_shared<const Scene>(scene)});
    emit sceneChanged();
    emit traceChanged();
    enqueue(
        [scene = std::move(scene)](History& history, const Progress&) -> tl::expected<void, Error> {
            history.reset(scene);
            return {};
        });
}

void Session::takeLooks(const Scene& scene) {
    looks_ = scene;
    std::map<std::string_view, const SceneNode*> known;
    for (const SceneNode& node : scene.nodes) {
        known.emplace(node.id, &node);
    }
    const auto take = [&known](std::vector<SceneNode>& nodes) {
        for (SceneNode& node : nodes) {
            if (const auto found = known.find(node.id); found != known.end()) {
                node.name = found->second->name;
                node.x = found->second->x;
                node.y = found->second->y;
                node.color = found->second->color;
            }
        }
    };
    take(scene_.nodes);
    take(begun_.nodes);
    scene_.notes = scene.notes;
    scene_.groups = scene.groups;
}

void Session::rename(int branch, const QString& name) {
    enqueue([branch, text = name.toStdString()](History& history,
                                                const Progress&) -> tl::expected<void, Error> {
        history.rename(branch, text);
        return {};
    });
}

void Session::waitUntilIdle() {
    if (!isBusy()) {
        return;
    }
    QEventLoop loop;
    connect(this, &Session::rested, &loop, &QEventLoop::quit);
    loop.exec();
}

Session::Report Session::reportOf(const History& history) {
    const auto& inputs = history.current().inputs;
    Report report{history.trace(),
                  {},
                  history.current().number,
                  history.now(),
                  {inputs.begin(), inputs.end()},
                  history.neverRests(),
                  history.roster()};
    for (const auto& branch : history.branches()) {
        report.branches.push_back({branch->number,
                                   branch->parent,
                                   QString::fromStdString(branch->name),
                                   branch->forkedAt,
                                   {branch->inputs.begin(), branch->inputs.end()}});
    }
    return report;
}

void Session::expect(const Scene& scene) {
    expected_ = scene;
    if (takeRoster(Scene(scene_))) {
        emit rosterChanged();
    }
}

namespace {

/// Adds those of `more` that `things` lacks, by their key.
template <class Thing, class Key>
void addMissing(std::vector<Thing>& things, const std::vector<Thing>& more, Key key) {
    std::set<std::string> known;
    std::ranges::transform(things, std::inserter(known, known.end()), key);
    std::ranges::copy_if(more, std::back_inserter(things), [&](const Thing& thing) {
        return !known.contains(std::invoke(key, thing));
    });
}

} // namespace

bool Session::takeRoster(Scene roster) {
    if (expected_) {
        addMissing(roster.nodes, expected_->nodes, &SceneNode::id);
        addMissing(roster.links, expected_->links, &SceneLink::key);
    }
    const bool isSame =
        std::ranges::equal(roster.nodes, scene_.nodes, {}, &SceneNode::id, &SceneNode::id) &&
        std::ranges::equal(roster.links, scene_.links, {}, &SceneLink::key, &SceneLink::key);
    if (!isSame) {
        scene_.nodes = std::move(roster.nodes);
        scene_.links = std::move(roster.links);
        takeLooks(Scene(looks_));
    }
    return !isSame;
}

void Session::take(const Report& report) {
    const bool hasOther = report.branches.size() != branches_.size() || report.current != current_;
    bool isRenamed = false;
    for (qsizetype i = 0; i < report.branches.size() && i < branches_.size(); ++i) {
        isRenamed |= report.branches[i].name != branches_[i].name;
    }
    trace_ = report.trace;
    branches_ = report.branches;
    current_ = report.current;
    simulatedUntil_ = report.simulatedUntil;
    inputs_ = report.inputs;
    neverRests_ = report.neverRests;
    if (pending_ == 0) {
        expected_.reset();
    }
    if (takeRoster(*report.roster)) {
        emit rosterChanged();
    }
    if (hasOther || isRenamed) {
        emit branchesChanged();
    }
}

} // namespace roundtrip
