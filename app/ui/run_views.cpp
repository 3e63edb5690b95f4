#include "app/ui/run_views.h"

#include "app/narration/text_format.h"
#include "core/metrics/trip_figures.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace roundtrip {

namespace {

QScrollArea* scrolled(QWidget* content) {
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

/// Keeps the legend in the stage's lower left corner, below all cards, the minimap in the right
/// one.
class Stage : public QWidget {
  public:
    Stage(CanvasWidget* canvas, Legend* legend, Minimap* minimap)
        : canvas_(canvas), legend_(legend), minimap_(minimap) {
        for (QWidget* child : std::initializer_list<QWidget*>{canvas, legend, minimap}) {
            child->setParent(this);
        }
        legend->raise();
        minimap->raise();
        connect(legend, &Legend::placed, canvas, &CanvasWidget::setCoveredFoot);
    }

  protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        canvas_->setGeometry(rect());
        legend_->place();
        minimap_->place();
    }

  private:
    CanvasWidget* canvas_;
    Legend* legend_;
    Minimap* minimap_;
};

} // namespace

RunViews::RunViews(Scene scene, const Style& style, const Actions& actions, QObject* parent)
    : QObject(parent), style_(style), session_(std::make_unique<Session>(std::move(scene))),
      narrator_(std::make_unique<Narrator>(session_->scene())),
      builder_(std::make_unique<CanvasModelBuilder>(session_->scene(), *narrator_)) {
    // Before the playback hears of it: what it then tells is of the new scene.
    connect(session_.get(), &Session::sceneChanged, this, [this] { builder_->readScene(); });
    connect(session_.get(), &Session::rosterChanged, this, [this] { builder_->readScene(); });
    playback_ = new Playback(*session_, this);
    makeStage();
    makeInspector();
    makeLower(actions);
    join();
}

RunViews::~RunViews() = default;

void RunViews::makeStage() {
    canvas_ = new CanvasWidget(style_, *narrator_);
    legend_ = new Legend(style_);
    stage_ = new QWidget;
    auto* layout = new QVBoxLayout(stage_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    minimap_ = new Minimap(style_, *canvas_);
    layout->addWidget(new Stage(canvas_, legend_, minimap_), 1);
    projectorBar_ = new QFrame(stage_);
    projectorBar_->setObjectName("timelinePanel");
    auto* bar = new QHBoxLayout(projectorBar_);
    bar->setContentsMargins(28, 16, 28, 16);
    projectorSentence_ = new QLabel(projectorBar_);
    projectorSentence_->setObjectName("projectorSentence");
    projectorSentence_->setWordWrap(true);
    projectorNumbers_ = new QLabel(projectorBar_);
    projectorNumbers_->setObjectName("projectorSentence");
    projectorNumbers_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar->addWidget(projectorSentence_, 1);
    bar->addWidget(projectorNumbers_);
    projectorBar_->hide();
    layout->addWidget(projectorBar_);
}

void RunViews::makeInspector() {
    inspector_ = new QTabWidget;
    inspector_->setObjectName("inspector");
    message_ = new MessageView(style_, *narrator_);
    node_ = new NodeView(style_, *narrator_);
    link_ = new LinkView(style_, *narrator_);
    part_ = new QStackedWidget;
    part_->addWidget(scrolled(node_));
    part_->addWidget(scrolled(link_));
    metrics_ = new MetricsView(style_);
    code_ = new CodeView(style_, *narrator_);
    inspector_->addTab(scrolled(message_), QString());
    inspector_->addTab(part_, QString());
    inspector_->addTab(scrolled(metrics_), QString());
    inspector_->addTab(scrolled(code_), QString());
    inspectorPanel_ = new QFrame;
    inspectorPanel_->setObjectName("inspectorPanel");
    auto* inside = new QVBoxLayout(inspectorPanel_);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(inspector_);
}

void RunViews::makeLower(const Actions& actions) {
    lowerPanel_ = new QFrame;
    lowerPanel_->setObjectName("timelinePanel");
    auto* layout = new QVBoxLayout(lowerPanel_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    transportBar_ = new TransportBar(style_, {actions[Actions::start], actions[Actions::stepBack],
                                              actions[Actions::play], actions[Actions::stepForward],
                                              actions[Actions::end]});
    lower_ = new QTabWidget;
    lower_->setObjectName("lower");
    timeline_ = new TimelineView(style_, *narrator_);
    trips_ = new TripsView(style_, *narrator_);
    events_ = new EventList(style_, *narrator_);
    lower_->addTab(timeline_, QString());
    lower_->addTab(trips_, QString());
    lower_->addTab(events_, QString());
    // For screen readers: a live line that no eye needs.
    spoken_ = new QLabel(lowerPanel_);
    spoken_->setObjectName("spoken");
    spoken_->setFixedSize(1, 1);
    layout->addWidget(transportBar_);
    layout->addWidget(lower_, 1);
}

void RunViews::join() {
    canvas_->setSource(builder_.get(), playback_);
    timeline_->setPlayback(playback_);
    trips_->setPlayback(playback_);
    events_->setPlayback(playback_);
    transportBar_->setTransport(playback_);
    message_->setPlayback(playback_);
    node_->setPlayback(playback_);
    link_->setPlayback(playback_);
    link_->setBefore(canvas_);
    metrics_->setPlayback(playback_);
    code_->setPlayback(playback_);
    connect(playback_, &Playback::positionChanged, this, &RunViews::refresh);
    connect(playback_, &Playback::traceChanged, this, &RunViews::refresh);
    connect(playback_, &Playback::sceneChanged, this, [this] {
        setFrom(0);
        canvas_->takeScene();
        minimap_->place();
    });
    connect(canvas_, &CanvasWidget::nodeChosen, this, [this](NodeId node) {
        showNode(node);
        inspector_->setCurrentIndex(partTab);
    });
    connect(canvas_, &CanvasWidget::linkChosen, this, [this](LinkId link) {
        showLink(link);
        inspector_->setCurrentIndex(partTab);
    });
    connect(canvas_, &CanvasWidget::messageChosen, this, [this](std::size_t fact) {
        playback_->pause();
        message_->showFact(fact);
        inspector_->setCurrentIndex(messageTab);
    });
    connect(events_, &EventList::factChosen, this, [this](std::size_t fact) {
        playback_->seekToFact(fact);
        message_->showFact(fact);
        inspector_->setCurrentIndex(messageTab);
    });
    connect(node_, &NodeView::commandWanted, this, &RunViews::commandWanted);
    connect(link_, &LinkView::commandWanted, this, &RunViews::commandWanted);
}

void RunViews::showNode(NodeId node) {
    node_->showNode(node);
    part_->setCurrentIndex(0);
}

void RunViews::showLink(LinkId link) {
    link_->showLink(link);
    part_->setCurrentIndex(1);
}

void RunViews::setFrom(std::size_t fact) {
    from_ = fact;
    metrics_->setFrom(fact);
}

void RunViews::setProjected(bool on) {
    isProjected_ = on;
    projectorBar_->setVisible(on);
    refresh();
}

void RunViews::takeLooks() {
    canvas_->takeLooks();
    timeline_->takeNames();
    node_->refreshName();
}

void RunViews::refresh() {
    canvas_->refresh();
    const auto fact = playback_->currentFact();
    const QString sentence =
        fact ? narrator_->narrate(playback_->trace(), playback_->trace()[*fact]).sentence
             : QString();
    if (isProjected_) {
        const TripFigures figures = tripFigures(playback_->trace(), {from_, playback_->facts()});
        projectorSentence_->setText(breakable(sentence));
        projectorNumbers_->setText(
            figures.finished == 0
                ? durationForPeople(playback_->time())
                : tr("%n request(s) · median %1", nullptr, static_cast<int>(figures.finished))
                      .arg(durationForPeople(figures.median)));
    }
    if (!playback_->isPlaying()) {
        speak(sentence);
    }
}

void RunViews::speak(const QString& sentence) {
    if (sentence == spoken_->text()) {
        return;
    }
    spoken_->setText(sentence);
    spoken_->setAccessibleName(sentence);
    QAccessibleEvent alert(spoken_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void RunViews::retranslate() {
    inspector_->setTabText(messageTab, tr("Message"));
    inspector_->setTabText(partTab, tr("Part"));
    inspector_->setTabText(metricsTab, tr("Metrics"));
    inspector_->setTabText(codeTab, tr("Code"));
    lower_->setTabText(timelineTab, tr("Timeline"));
    lower_->setTabText(tripsTab, tr("Trips"));
    lower_->setTabText(eventsTab, tr("Events"));
    timeline_->takeNames(); // parts may be called otherwise now
    refresh();
}

} // namespace roundtrip
