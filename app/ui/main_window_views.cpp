#include "app/ui/main_window.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
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

QToolButton* actionButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton* menuButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// Keeps the legend in the stage's lower left corner.
class Stage : public QWidget {
  public:
    Stage(CanvasWidget* canvas, Legend* legend) : canvas_(canvas), legend_(legend) {
        canvas->setParent(this);
        legend->setParent(this);
        legend->raise();
    }

  protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        canvas_->setGeometry(rect());
        legend_->place();
    }

  private:
    CanvasWidget* canvas_;
    Legend* legend_;
};

} // namespace

void MainWindow::makeViews() {
    lessonPanel_ = new LessonPanel(style_, *narrator_);
    canvas_ = new CanvasWidget(style_, *narrator_);
    legend_ = new Legend(style_);
    inspector_ = new QTabWidget;
    inspector_->setObjectName("inspector");
    message_ = new MessageView(style_, *narrator_);
    node_ = new NodeView(style_, *narrator_);
    metrics_ = new MetricsView(style_);
    inspector_->addTab(scrolled(message_), QString());
    inspector_->addTab(scrolled(node_), QString());
    inspector_->addTab(scrolled(metrics_), QString());
    code_ = new CodeView(style_, *narrator_);
    inspector_->addTab(scrolled(code_), QString());
    middle_ = new QSplitter(Qt::Vertical);
    middle_->addWidget(makeStage());
    middle_->addWidget(makeLower());
    middle_->setStretchFactor(0, 1);
    middle_->setCollapsible(0, false);
    columns_ = new QSplitter(Qt::Horizontal);
    columns_->addWidget(lessonPanel_);
    columns_->addWidget(middle_);
    auto* right = new QFrame;
    right->setObjectName("inspectorPanel");
    auto* inside = new QVBoxLayout(right);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(inspector_);
    columns_->addWidget(right);
    columns_->setStretchFactor(1, 1);
    columns_->setCollapsible(1, false);
    for (QSplitter* splitter : {columns_, middle_}) {
        splitter->setHandleWidth(1);
    }
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopBar());
    layout->addWidget(makeNotice());
    pages_ = new QStackedWidget;
    pages_->addWidget(columns_);
    layout->addWidget(pages_, 1);
    setCentralWidget(central);
}

QWidget* MainWindow::makeTopBar() {
    topBar_ = new QFrame;
    topBar_->setObjectName("topBar");
    auto* layout = new QHBoxLayout(topBar_);
    layout->setContentsMargins(16, 8, 16, 8);
    auto* logo = new QLabel(topBar_);
    logo->setObjectName("logo");
    brand_ = new QLabel(QStringLiteral("Roundtrip"), topBar_);
    brand_->setObjectName("brand");
    layout->addWidget(logo);
    layout->addWidget(brand_);
    layout->addSpacing(12);
    layout->addWidget(actionButton((*actions_)[Actions::home], topBar_));
    branches_ = menuButton(topBar_);
    branches_->setMenu(new QMenu(branches_));
    branches_->hide();
    layout->addWidget(branches_);
    layout->addStretch(1);
    layout->addWidget(actionButton((*actions_)[Actions::compare], topBar_));
    layout->addWidget(makeAnalogyButton());
    layout->addWidget(actionButton((*actions_)[Actions::projector], topBar_));
    menuButton_ = menuButton(topBar_);
    layout->addWidget(menuButton_);
    makeMenu();
    return topBar_;
}

void MainWindow::makeMenu() {
    menu_ = new QMenu(menuButton_);
    themes_ = new QMenu(menu_);
    languages_ = new QMenu(menu_);
    const auto add = [this](QMenu* menu, std::initializer_list<Actions::Id> ids) {
        for (const Actions::Id id : ids) {
            menu->addAction((*actions_)[id]);
        }
    };
    add(menu_, {Actions::stepBack, Actions::play, Actions::stepForward});
    menu_->addSeparator();
    add(menu_,
        {Actions::previousStep, Actions::nextStep, Actions::restartStep, Actions::startAgain});
    menu_->addSeparator();
    add(menu_, {Actions::compare, Actions::analogy, Actions::handout});
    menu_->addSeparator();
    add(menu_, {Actions::showLesson, Actions::showInspector, Actions::showTimeline,
                Actions::fitStage, Actions::zoomIn, Actions::zoomOut});
    menu_->addSeparator();
    add(menu_, {Actions::larger, Actions::smaller, Actions::normalSize});
    add(themes_, {Actions::themeLight, Actions::themeDark, Actions::themeProjector});
    add(languages_, {Actions::languageEnglish, Actions::languageSpanish});
    menu_->addMenu(themes_);
    menu_->addMenu(languages_);
    add(menu_, {Actions::reducedMotion});
    menu_->addSeparator();
    add(menu_, {Actions::home, Actions::glossary, Actions::help, Actions::quit});
    menuButton_->setMenu(menu_);
    addActions(QList<QAction*>(actions_->all().begin(), actions_->all().end()));
}

QWidget* MainWindow::makeNotice() {
    notice_ = new QFrame;
    notice_->setObjectName("justNow");
    notice_->setProperty("tone", "attention");
    auto* layout = new QHBoxLayout(notice_);
    noticeText_ = new QLabel(notice_);
    noticeText_->setWordWrap(true);
    progress_ = new QProgressBar(notice_);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->hide();
    auto* close = new QToolButton(notice_);
    close->setObjectName("closeNotice");
    layout->addWidget(noticeText_, 1);
    layout->addWidget(progress_, 1);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, [this] {
        if (session_->isBusy()) {
            session_->cancel();
        }
        notice_->hide();
    });
    notice_->hide();
    return notice_;
}

QWidget* MainWindow::makeStage() {
    auto* frame = new QWidget;
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Stage(canvas_, legend_), 1);
    projectorBar_ = new QFrame;
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
    return frame;
}

QWidget* MainWindow::makeLower() {
    lowerPanel_ = new QFrame;
    lowerPanel_->setObjectName("timelinePanel");
    auto* layout = new QVBoxLayout(lowerPanel_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const Actions& actions = *actions_;
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
    return lowerPanel_;
}

} // namespace roundtrip
