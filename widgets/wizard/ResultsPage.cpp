#include "wizard/ResultsPage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "panels/ErrorText.h"

namespace isostain {

namespace {

constexpr int kLongestName = 80;

}

ResultsPage::ResultsPage(const StudyBackend& backend, Background& background, QWidget* parent)
    : WizardPage(parent),
      m_backend(backend),
      m_job(background),
      m_background(background),
      m_list(new QListWidget),
      m_views(new QStackedWidget),
      m_status(new QLabel)
{
    m_list->setObjectName(QStringLiteral("resultList"));
    m_list->setAccessibleName(tr("Results"));
    m_status->setObjectName(QStringLiteral("resultStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(m_views);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({fontMetrics().averageCharWidth() * 28, fontMetrics().averageCharWidth() * 100});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split, 1);
    column->addWidget(m_status);
    column->addWidget(makeActions());
    connect(m_list, &QListWidget::currentRowChanged, this, &ResultsPage::showItem);
    showState();
}

QWidget* ResultsPage::makeActions()
{
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("profileName"));
    m_name->setAccessibleName(tr("Name of the stain profile"));
    m_name->setMaxLength(kLongestName);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    auto* label = new QLabel(tr("&Profile:"));
    label->setBuddy(m_name);
    m_keep = new QPushButton(tr("&Keep as stain profile"));
    m_keep->setObjectName(QStringLiteral("keepProfile"));
    m_show = new QPushButton(tr("&Show on current slide"));
    m_show->setObjectName(QStringLiteral("showOnSlide"));
    m_report = new QPushButton(tr("Save &report…"));
    m_report->setObjectName(QStringLiteral("saveReport"));
    m_report->setToolTip(tr("As a web page and as PDF"));
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_name, 1);
    for (QPushButton* button : {m_keep, m_show, m_report}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_name, &QLineEdit::textChanged, this, &ResultsPage::showState);
    connect(m_name, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, [this] { emit keepRequested(m_results->profile, m_name->text().trimmed()); });
    connect(m_show, &QPushButton::clicked, this, [this] { emit showOnSlideRequested(m_results->profile); });
    connect(m_report, &QPushButton::clicked, this, [this] { emit reportRequested(m_study); });
    return widget;
}

QString ResultsPage::title() const
{
    return tr("Results");
}

QString ResultsPage::explanation() const
{
    return tr("What the study found. Keep the trained network as a stain profile to use it on slides.");
}

QString ResultsPage::problem() const
{
    return m_problem;
}

void ResultsPage::load(const std::filesystem::path& study)
{
    m_study = study;
    m_results.reset();
    m_isBusy = false;
    m_list->clear();
    while (m_views->count() > 0)
        delete m_views->widget(0);
    m_status->setText(tr("Reading the results…"));
    m_job.start([read = m_backend.results, study](const JobControl&) { return read(study); },
                [this](const Result<StudyResults>& results) { take(results); });
    showState();
}

void ResultsPage::take(const Result<StudyResults>& results)
{
    m_problem = results ? QString() : errorText(results.error());
    m_status->setText(m_problem);
    if (results) {
        m_results = std::make_shared<const StudyResults>(*results);
        m_name->setText(QString::fromStdString(m_results->config.name));
        m_items = resultItems(m_results, m_background);
        for (const ResultItem& item : m_items) {
            m_list->addItem(item.title);
            // Made when it is looked at.
            m_views->addWidget(new QWidget);
        }
        m_list->setCurrentRow(0);
    }
    showState();
    emit changed();
}

void ResultsPage::showItem(int row)
{
    if (row < 0 || std::size_t(row) >= m_items.size())
        return;
    ResultItem& item = m_items[std::size_t(row)];
    if (item.make) {
        QWidget* view = item.make();
        item.make = {};
        delete m_views->widget(row);
        m_views->insertWidget(row, view);
    }
    m_views->setCurrentIndex(row);
}

void ResultsPage::showNews(const QString& text)
{
    m_isBusy = false;
    m_status->setText(text);
    showState();
}

void ResultsPage::setBusy(const QString& text)
{
    m_isBusy = true;
    m_status->setText(text);
    showState();
}

void ResultsPage::showState()
{
    const bool hasProfile = m_results && !m_results->profile.empty();
    m_name->setEnabled(hasProfile);
    m_keep->setEnabled(hasProfile && !m_isBusy && !m_name->text().trimmed().isEmpty());
    m_show->setEnabled(hasProfile && !m_isBusy);
    m_report->setEnabled(m_results && !m_isBusy);
    m_status->setVisible(!m_status->text().isEmpty());
}

}
