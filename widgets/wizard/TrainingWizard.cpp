#include "wizard/TrainingWizard.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "panels/PathText.h"
#include "wizard/CheckPage.h"
#include "wizard/DataPage.h"
#include "wizard/PlanPage.h"
#include "wizard/ResultsPage.h"
#include "wizard/RunPage.h"
#include "wizard/StudyRunner.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

const QString kGeometryKey = QStringLiteral("training/geometry");

}

TrainingWizard::TrainingWizard(const StudyBackend& backend, StudyRunner& runner, Background& background, QSettings& store,
                               QWidget* parent)
    : QDialog(parent, Qt::Window),
      m_runner(runner),
      m_store(store),
      m_draft(rememberedDraft(store)),
      m_data(new DataPage),
      m_check(new CheckPage(backend, background)),
      m_plan(new PlanPage(backend, background)),
      m_run(new RunPage(backend, runner, background)),
      m_results(new ResultsPage(backend, background)),
      m_list(new QListWidget),
      m_stack(new QStackedWidget)
{
    setWindowTitle(tr("Train a Normalizer"));
    m_list->setObjectName(QStringLiteral("wizardPages"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(fontMetrics().height() / 4);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (WizardPage* page : std::initializer_list<WizardPage*>{m_data, m_check, m_plan, m_run, m_results})
        addPage(page);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 6);

    auto* right = new QVBoxLayout;
    right->setContentsMargins(16, 12, 16, 12);
    right->setSpacing(12);
    right->addWidget(makeHeader());
    right->addWidget(m_stack, 1);
    right->addWidget(makeFooter());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int wanted) {
        if (wanted >= 0 && Page(wanted) != m_page && canGoTo(Page(wanted)))
            goTo(Page(wanted));
        else
            m_list->setCurrentRow(int(m_page));
    });
    connect(m_run, &RunPage::hideRequested, this, [this] {
        hide();
        emit wentToBackground();
    });
    connect(m_run, &RunPage::resumeRequested, this, [this] { goOn(m_study); });
    connect(&m_runner, &StudyRunner::finished, this, &TrainingWizard::showEnd);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 46);
    restoreGeometry(m_store.value(kGeometryKey).toByteArray());
    m_data->showDraft(m_draft);
    m_data->write(m_draft);
    goTo(Page::Data);
}

TrainingWizard::~TrainingWizard() = default;

QWidget* TrainingWizard::makeHeader()
{
    m_title = new QLabel;
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    m_title->setFont(font);
    m_explanation = new QLabel;
    m_explanation->setWordWrap(true);
    auto* header = new QWidget;
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    return header;
}

QWidget* TrainingWizard::makeFooter()
{
    m_problemIcon = new QLabel;
    setSmallIcon(*m_problemIcon, QStringLiteral("warning"));
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("wizardProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_back = new QPushButton(tr("< &Back"));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_back->setAutoDefault(false);
    m_next = new QPushButton(tr("Ne&xt >"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_next->setDefault(true);
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName(QStringLiteral("wizardClose"));
    m_close->setAutoDefault(false);
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_problemIcon);
    row->addWidget(m_problem, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addSpacing(8);
    row->addWidget(m_close);
    connect(m_back, &QPushButton::clicked, this, &TrainingWizard::goBack);
    connect(m_next, &QPushButton::clicked, this, &TrainingWizard::goNext);
    connect(m_close, &QPushButton::clicked, this, &TrainingWizard::reject);
    return footer;
}

void TrainingWizard::addPage(WizardPage* page)
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    m_pages.push_back(page);
    m_list->addItem(QStringLiteral("%1  %2").arg(m_pages.size()).arg(page->title()));
    connect(page, &WizardPage::changed, this, [this, page] {
        takeOver(*page);
        showState();
    });
}

void TrainingWizard::takeOver(const WizardPage& page)
{
    // The pages of what was filled in cannot be changed while it runs.
    if (!m_runner.isRunning())
        page.write(m_draft);
}

bool TrainingWizard::canGoTo(Page page) const
{
    if (page <= m_page)
        return true;
    if (page == Page::Results)
        return m_hasResults;
    if (page == Page::Run)
        return !m_study.empty();
    // Whatever comes before has to be in order.
    for (int each = 0; each < int(page); ++each)
        if (!m_pages[std::size_t(each)]->problem().isEmpty())
            return false;
    return true;
}

void TrainingWizard::goTo(Page page)
{
    pageAt(m_page)->leave();
    m_page = page;
    m_plan->setCheck(m_check->check());
    pageAt(page)->enter(m_draft);
    m_stack->setCurrentIndex(int(page));
    m_list->setCurrentRow(int(page));
    m_title->setText(pageAt(page)->title());
    m_explanation->setText(pageAt(page)->explanation());
    showState();
}

void TrainingWizard::goNext()
{
    if (m_page == Page::Results || !pageAt(m_page)->problem().isEmpty())
        return;
    if (!m_runner.isRunning())
        pageAt(m_page)->write(m_draft);
    if (m_page == Page::Plan && !m_runner.isRunning())
        start();
    else
        goTo(Page(int(m_page) + 1));
}

void TrainingWizard::goBack()
{
    if (m_page != Page::Data)
        goTo(Page(int(m_page) - 1));
}

void TrainingWizard::start()
{
    remember(m_draft, m_store);
    m_study = toPath(m_draft.path());
    m_hasResults = false;
    m_run->setSteps(m_draft.config.steps);
    m_runner.start({m_study, m_draft.config});
    goTo(Page::Run);
}

void TrainingWizard::resume(const StudyEntry& entry)
{
    if (m_runner.isRunning())
        return;
    m_run->showEntry(entry);
    goOn(entry.path);
}

void TrainingWizard::goOn(const std::filesystem::path& study)
{
    m_study = study;
    m_hasResults = false;
    m_runner.start({study, std::nullopt});
    goTo(Page::Run);
}

void TrainingWizard::open(const StudyEntry& entry)
{
    if (m_runner.isRunning())
        return;
    m_study = entry.path;
    m_hasResults = true;
    m_run->showEntry(entry);
    m_results->load(entry.path);
    goTo(Page::Results);
}

void TrainingWizard::beginNew()
{
    if (!m_runner.isRunning())
        goTo(Page::Data);
}

void TrainingWizard::showEnd(const StudyOutcome& outcome)
{
    // One that failed may not have got so far as to be a study. What there is, the next page says.
    m_hasResults = !outcome.error;
    if (m_hasResults)
        m_results->load(m_study);
    if (m_closesWhenStopped) {
        m_closesWhenStopped = false;
        close();
        return;
    }
    showState();
}

void TrainingWizard::showState()
{
    const bool isRunning = m_runner.isRunning();
    const bool isFilledIn = m_page <= Page::Plan;
    pageAt(m_page)->setEnabled(!(isRunning && isFilledIn));
    const QString problem = pageAt(m_page)->problem();
    // On the run page this is no trouble but the state of things, which the page itself shows.
    const QString shown = isRunning && isFilledIn ? tr("These are the values of the study that is running.")
                          : m_page == Page::Run   ? QString()
                                                  : problem;
    m_problem->setText(shown);
    m_problem->setVisible(true);
    m_problemIcon->setVisible(!shown.isEmpty() && !isRunning);
    m_back->setEnabled(m_page != Page::Data);
    const bool starts = m_page == Page::Plan && !isRunning;
    m_next->setText(starts ? tr("&Start training") : m_page == Page::Run ? tr("Res&ults >") : tr("Ne&xt >"));
    m_next->setVisible(m_page != Page::Results);
    m_next->setEnabled(m_page == Page::Run ? m_hasResults && !isRunning : problem.isEmpty());
    for (int each = 0; each < kPages; ++each) {
        QListWidgetItem* item = m_list->item(each);
        item->setFlags(canGoTo(Page(each)) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    }
}

void TrainingWizard::reject()
{
    close();
}

void TrainingWizard::closeEvent(QCloseEvent* event)
{
    if (m_runner.isRunning()) {
        event->ignore();
        askToClose();
        return;
    }
    if (m_page <= Page::Plan) {
        pageAt(m_page)->write(m_draft);
        remember(m_draft, m_store);
    }
    pageAt(m_page)->leave();
    m_store.setValue(kGeometryKey, saveGeometry());
    // Not QDialog's way, which would call reject().
    event->accept();
}

void TrainingWizard::askToClose()
{
    if (m_question) {
        m_question->raise();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("Close While the Study Runs?"),
                                 tr("A study is running. It can run on in the background, or be stopped: what is learned is "
                                    "saved, and it can be gone on with later."),
                                 QMessageBox::NoButton, this);
    m_question->setObjectName(QStringLiteral("closeQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* background = m_question->addButton(tr("Continue in &background"), QMessageBox::AcceptRole);
    QPushButton* stop = m_question->addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    m_question->setEscapeButton(m_question->addButton(tr("&Keep open"), QMessageBox::RejectRole));
    m_question->setDefaultButton(background);
    background->setObjectName(QStringLiteral("closeToBackground"));
    stop->setObjectName(QStringLiteral("closeAndStop"));
    connect(background, &QPushButton::clicked, this, [this] {
        hide();
        emit wentToBackground();
    });
    connect(stop, &QPushButton::clicked, this, [this] {
        if (!m_runner.isRunning()) {
            close();
            return;
        }
        m_closesWhenStopped = true;
        m_runner.cancel();
    });
    m_question->open();
}

}
