#pragma once

#include <functional>
#include <memory>
#include <set>
#include <vector>

#include <QObject>
#include <QUndoStack>

#include "annotation/Annotation.h"

namespace isostain {

using AnnotationPtr = std::shared_ptr<const Annotation>;
/// In painting order, later ones on top.
using AnnotationList = std::vector<AnnotationPtr>;

std::vector<Annotation> valuesOf(const AnnotationList& annotations);

/// The annotations of the slide that is looked at, what is selected, and how to undo. GUI thread only.
class AnnotationStore : public QObject {
    Q_OBJECT

public:
    explicit AnnotationStore(QObject* parent = nullptr);

    const AnnotationList& annotations() const { return m_annotations; }
    /// Indices.
    const std::set<int>& selection() const { return m_selection; }
    /// The selected one, where exactly one is; else -1.
    int current() const { return m_selection.size() == 1 ? *m_selection.begin() : -1; }
    QUndoStack& undoStack() { return m_undo; }
    /// There is something that no file holds.
    bool isModified() const { return !m_undo.isClean(); }
    void setSaved() { m_undo.setClean(); }

    /// Those of a file, or none: nothing to undo, nothing modified.
    void reset(std::vector<Annotation> annotations);

    // Each one step to undo. Locked annotations are not changed but by setLocked().
    void add(Annotation annotation);
    /// What is read besides those that are there.
    void addAll(std::vector<Annotation> annotations, const QString& what);
    void replace(int index, Annotation annotation, const QString& what);
    void removeSelected();

    void select(std::set<int> selection);

signals:
    void changed();
    void selectionChanged();
    void modifiedChanged(bool isModified);

private:
    friend class AnnotationChange;

    void push(AnnotationList next, std::set<int> selection, const QString& what);
    void show(const AnnotationList& annotations, const std::set<int>& selection);

    AnnotationList m_annotations;
    std::set<int> m_selection;
    QUndoStack m_undo;
};

}
