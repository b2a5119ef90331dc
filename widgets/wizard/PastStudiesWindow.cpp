#include "wizard/PastStudiesWindow.h"

#include <algorithm>

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "panels/PathText.h"
#include "wizard/ComparisonWindow.h"
#include "wizard/StudyTexts.h"

namespace isostain {

namespace {

enum Column { NameColumn, DateColumn, StateColumn, StepsColumn, ColumnCount };

QString stepsText(const StudyEntry& entry)
{
    QStringList done;
    for (const auto& [step, status] : entry.steps)
        if (status.state == StepState::Done)
            done << stepText(step);
    return PastStudiesWindow::tr("%1 of %2 done").arg(done.size()).arg(entry.steps.size());
}

QTableWidgetItem* makeCell(const QString& text, const QString& hint = {})
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(hint);
    return item;
}

}

PastStudiesWindow::PastStudiesWindow(const StudyBackend& backend, Background& background, QWidget* parent)
    : QDialog(parent, Qt::Window),
      m_backend(backend),
      m_background(background),
      m_job(background),
      m_comparison(background),
      m_table(new QTableWidget(0, ColumnCount)),
      m_status(new QLabel)
{
    setWindowTitle(tr("Past Trainings"));
    m_table->setObjectName(QStringLiteral("studies"));
    m_table->setAccessibleName(tr("Studies"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Begun"), tr("State"), tr("Steps")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_status->setObjectName(QStringLiteral("studiesStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(m_status);
    column->addWidget(makeButtons());
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PastStudiesWindow::showState);
    connect(m_table, &QTableWidget::itemActivated, this, [this] { m_open->click(); });
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 24);
    showState();
}

QWidget* PastStudiesWindow::makeButtons()
{
    m_open = new QPushButton(tr("&Open"));
    m_open->setObjectName(QStringLiteral("openStudy"));
    m_resume = new QPushButton(tr("&Resume"));
    m_resume->setObjectName(QStringLiteral("resumePast"));
    m_compare = new QPushButton(tr("&Compare"));
    m_compare->setObjectName(QStringLiteral("compareStudies"));
    m_compare->setToolTip(tr("Losses and measurements of two or more studies side by side"));
    m_delete = new QPushButton(tr("&Delete…"));
    m_delete->setObjectName(QStringLiteral("deleteStudies"));
    auto* close = new QPushButton(tr("Close"));
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_open, m_resume, m_compare, m_delete, close})
        button->setAutoDefault(false);
    for (QPushButton* button : {m_open, m_resume, m_compare, m_delete})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(close);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(selected().front()); });
    connect(m_resume, &QPushButton::clicked, this, [this] { emit resumeRequested(selected().front()); });
    connect(m_compare, &QPushButton::clicked, this, &PastStudiesWindow::compare);
    connect(m_delete, &QPushButton::clicked, this, &PastStudiesWindow::askToDelete);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return widget;
}

void PastStudiesWindow::load(const std::vector<std::filesystem::path>& folders)
{
    m_folders = folders;
    m_status->setText(tr("Looking for studies…"));
    m_job.start([list = m_backend.list, folders](const JobControl&) { return list(folders); },
                [this](std::vector<StudyEntry> entries) { take(std::move(entries)); });
}

void PastStudiesWindow::setRunning(const std::filesystem::path& study)
{
    m_running = study;
    showState();
}

void PastStudiesWindow::take(std::vector<StudyEntry> entries)
{
    m_entries = std::move(entries);
    QStringList folders;
    for (const auto& folder : m_folders)
        folders << QDir::toNativeSeparators(toFileName(folder));
    m_status->setText(m_entries.empty() ? tr("There are no studies in %1.").arg(folders.join(QStringLiteral(", ")))
                                        : QString());
    showEntries();
    showState();
}

void PastStudiesWindow::showEntries()
{
    m_table->setRowCount(int(m_entries.size()));
    for (int row = 0; row < int(m_entries.size()); ++row) {
        const StudyEntry& entry = m_entries[std::size_t(row)];
        const QString path = QDir::toNativeSeparators(toFileName(entry.path));
        m_table->setItem(row, NameColumn, makeCell(QString::fromStdString(entry.name), path));
        m_table->setItem(row, DateColumn, makeCell(dateText(entry.started)));
        m_table->setItem(row, StateColumn, makeCell(studyStateText(entry)));
        m_table->setItem(row, StepsColumn, makeCell(stepsText(entry)));
    }
    if (!m_entries.empty())
        m_table->selectRow(0);
}

std::vector<StudyEntry> PastStudiesWindow::selected() const
{
    std::vector<StudyEntry> entries;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        if (std::size_t(index.row()) < m_entries.size())
            entries.push_back(m_entries[std::size_t(index.row())]);
    return entries;
}

void PastStudiesWindow::showState()
{
    const std::vector<StudyEntry> entries = selected();
    const bool isOne = entries.size() == 1;
    const bool isIdle = m_running.empty();
    const bool isAnyBusy = std::any_of(entries.begin(), entries.end(), [](const StudyEntry& entry) { return entry.isBusy; });
    m_open->setEnabled(isOne && isIdle);
    m_resume->setEnabled(isOne && isIdle && !isAnyBusy && !entries.front().isFinished());
    m_compare->setEnabled(entries.size() >= 2);
    m_delete->setEnabled(!entries.empty() && !isAnyBusy);
}

void PastStudiesWindow::compare()
{
    m_status->setText(tr("Reading the results…"));
    m_comparison.start(
        [read = m_backend.results, entries = selected()](const JobControl&) {
            std::vector<Result<StudyResults>> all;
            for (const StudyEntry& entry : entries)
                all.push_back(read(entry.path));
            return all;
        },
        [this](const std::vector<Result<StudyResults>>& all) {
            m_status->clear();
            std::vector<StudyResults> results;
            for (const auto& each : all) {
                if (each)
                    results.push_back(*each);
                else
                    m_status->setText(errorText(each.error()));
            }
            if (results.size() < 2)
                return;
            auto* window = new ComparisonWindow(results, this);
            window->setAttribute(Qt::WA_DeleteOnClose);
            window->show();
        });
}

void PastStudiesWindow::askToDelete()
{
    if (m_question)
        return;
    const std::vector<StudyEntry> entries = selected();
    const QString text =
        entries.size() == 1
            ? tr("“%1” is deleted for good, with everything that it has trained and measured. Profiles that you "
                 "have kept stay.")
                  .arg(QString::fromStdString(entries.front().name))
            : tr("%n studies are deleted for good, with everything that they have trained and measured. "
                 "Profiles that you have kept stay.",
                 nullptr, int(entries.size()));
    m_question = new QMessageBox(QMessageBox::Warning, tr("Delete Studies?"), text, QMessageBox::NoButton, this);
    m_question->setObjectName(QStringLiteral("deleteQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = m_question->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("deleteForGood"));
    m_question->setDefaultButton(m_question->addButton(tr("&Keep"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, entries] { remove(entries); });
    m_question->open();
}

void PastStudiesWindow::remove(const std::vector<StudyEntry>& entries)
{
    m_status->setText(tr("Deleting…"));
    m_background.run(
        this,
        [remove = m_backend.remove, entries]() -> std::optional<Error> {
            for (const StudyEntry& entry : entries)
                if (const auto removed = remove(entry.path); !removed)
                    return removed.error();
            return std::nullopt;
        },
        [this](const std::optional<Error>& error) {
            load(m_folders);
            if (error)
                m_status->setText(errorText(*error));
        });
}

}
